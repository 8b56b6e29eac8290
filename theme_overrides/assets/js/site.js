// The frame of a page: keyboard, drawer, search box.
