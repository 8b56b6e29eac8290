// Lists of measures that filter, tables that sort. Without it all rows stand there, in the order of the data.
