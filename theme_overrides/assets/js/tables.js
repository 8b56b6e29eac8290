// Lists that filter and tables that sort. Without this script all rows stand there, in the order of the data.
//
// A table says what it can do: `data-sort` that its rows may be put in another order, `data-facet="status"` on a
// column's heading that its rows may be chosen by what stands there in elements with `data-value`. What the reader
// chose stands in the address (`?status=…&sort=…`), so that it can be kept and sent to others.
'use strict'
{
  const ALL = ''
  const THAI_ZERO = 0x0e50
  const ROOMY = matchMedia('(min-width: 45em)')

  /** A text on one line with Arabic digits, whichever the page shows. */
  const arabic = (text) =>
    text
      .replace(/[๐-๙]/g, (digit) => digit.charCodeAt(0) - THAI_ZERO)
      .replace(/\s+/g, ' ')
      .trim()
  const plain = (element) => arabic(element.textContent)

  /** The figure in a cell, or null where the page says that there is none. */
  const figure = (text) => {
    const found = /([+−-]?)\s*(\d[\d,]*(?:\.\d+)?)/.exec(text)
    if (!found) return text.includes('เท่าเดิม') ? 0 : null
    return Number(found[2].replaceAll(',', '')) * (/[−-]/.test(found[1]) ? -1 : 1)
  }

  /** An element with its properties; what no property of old browsers sets, `role` and `aria-…`, is an attribute. */
  const make = (tag, properties = {}, ...children) => {
    const element = document.createElement(tag)
    for (const [name, value] of Object.entries(properties)) {
      if (/^(role$|aria-)/.test(name)) element.setAttribute(name, value)
      else element[name] = value
    }
    element.append(...children)
    return element
  }

  /** A labelled list of choices; each choice is a value and its words. */
  let choosers = 0
  const chooser = (label, choices, chosen) => {
    const id = `ita-choice-${++choosers}`
    const select = make('select', { id, onchange: chosen })
    for (const [value, words] of choices) select.append(make('option', { value }, words))
    return [make('div', { className: 'ita-tools__choice' }, make('label', { htmlFor: id }, label), select), select]
  }

  /** Let the reader choose rows by what stands in the columns that are facets. */
  const filter = (table, rows, tools, changed) => {
    const facets = [...table.querySelectorAll('th[data-facet]')].map((heading) => {
      const values = rows.map((row) => [...row.cells[heading.cellIndex].querySelectorAll('[data-value]')].map(plain))
      const known = [...new Set(values.flat())].sort((one, other) => one.localeCompare(other, 'th', { numeric: true }))
      return { name: heading.dataset.facet, label: plain(heading), values, known }
    })
    if (!facets.length) return null
    const count = make('p', { className: 'ita-tools__count', role: 'status' })
    const clear = make('button', { type: 'button', className: 'md-button', onclick: () => choose(() => ALL) }, 'ล้างตัวกรอง')
    const fits = (place, except) =>
      facets.every((each) => each === except || each.select.value === ALL || each.values[place].includes(each.select.value))

    const show = () => {
      rows.forEach((row, place) => { row.hidden = !fits(place) })
      const shown = rows.filter((row) => !row.hidden).length
      count.textContent = `แสดง ${shown} จาก ${rows.length} เรื่อง`
      clear.hidden = facets.every((each) => each.select.value === ALL)
      // How many rows each choice would show, under what is chosen elsewhere.
      for (const facet of facets) {
        for (const option of facet.select.options) {
          const matching = rows.filter((_, place) => fits(place, facet) && (option.value === ALL || facet.values[place].includes(option.value)))
          option.textContent = `${option.value || 'ทั้งหมด'} (${matching.length})`
        }
      }
    }
    const choose = (value) => {
      for (const facet of facets) {
        const wanted = value(facet.name)
        facet.select.value = facet.known.includes(wanted) ? wanted : ALL
      }
      show()
      changed()
    }
    for (const facet of facets) {
      const choices = [ALL, ...facet.known].map((value) => [value, value])
      const [choice, select] = chooser(facet.label, choices, () => { show(); changed() })
      facet.select = select
      tools.append(choice)
    }
    tools.append(clear, count)
    const value = (name) => facets.find((each) => each.name === name).select.value
    return { names: facets.map((each) => each.name), choose, value, any: () => facets.some((each) => each.select.value !== ALL) }
  }

  /** Let the reader put the rows in the order of a column; rows without a figure come last. */
  const sort = (table, rows, tools, changed) => {
    const groups = rows.map((row) => row.parentNode)
    const headings = [...table.tHead.rows[0].cells]
    const choices = [[ALL, 'ลำดับเดิม']]
    headings.forEach((heading, column) => {
      const numeric = heading.classList.contains('ita-num')
      if (numeric) choices.push([`-${column}`, `${plain(heading)} มากไปน้อย`])
      choices.push([`${column}`, `${plain(heading)} ${numeric ? 'น้อยไปมาก' : 'ก–ฮ'}`])
    })
    const order = (chosen) => {
      const column = Math.abs(Number(chosen))
      const direction = chosen.startsWith('-') ? -1 : 1
      const text = (row) => plain(row.cells[column]).replace(/^\d+\. /, '')
      const compare = headings[column].classList.contains('ita-num')
        ? (one, other) => {
            const [a, b] = [figure(text(one)), figure(text(other))]
            return a === null || b === null ? (a === null) - (b === null) : direction * (a - b)
          }
        : (one, other) => text(one).localeCompare(text(other), 'th', { numeric: true })
      headings.forEach((heading) => heading.removeAttribute('aria-sort'))
      if (chosen !== ALL) headings[column].setAttribute('aria-sort', direction < 0 ? 'descending' : 'ascending')
      if (chosen === ALL) rows.forEach((row, place) => groups[place].append(row))
      else table.tBodies[0].append(...[...rows].sort(compare))
    }
    const [choice, select] = chooser('เรียงตาม', choices, () => { order(select.value); changed() })
    tools.prepend(choice)
    const choose = (value) => {
      select.value = choices.some(([known]) => known === value) ? value : ALL
      order(select.value)
    }
    return { choose, value: () => select.value }
  }

  /** Keep in the address what is chosen, without a new entry in the history. */
  const remember = (names, value) => {
    const address = new URL(location)
    for (const name of names) {
      if (value(name)) address.searchParams.set(name, value(name))
      else address.searchParams.delete(name)
    }
    try {
      history.replaceState(history.state, '', address)
    } catch {
      // A frame that the page is shown in may forbid it: then the list is only filtered.
    }
  }

  /** Show the name of a group, a row with `data-group`, only above rows that stand there in the order of the data. */
  const showGroups = (table, grouped) => {
    for (const name of table.querySelectorAll('tr[data-group]')) {
      name.hidden = !grouped || [...name.parentNode.rows].every((row) => row === name || row.hidden)
    }
  }

  for (const table of document.querySelectorAll('table[data-sort]')) {
    const rows = [...table.tBodies].flatMap((group) => [...group.rows]).filter((row) => !('group' in row.dataset))
    if (rows.length < 3) continue
    const facets = table.querySelector('th[data-facet]')
    const tools = make('div', { className: 'ita-tools__choices', role: 'group', 'aria-label': plain(table.caption) })
    const folded = make('details', { className: 'ita-tools', open: facets && ROOMY.matches }, make('summary', {}, facets ? 'กรองและเรียงลำดับ' : 'เรียงลำดับ'), tools)
    // One table of a page is remembered: the list that filters.
    const changed = () => {
      showGroups(table, ordered.value() === ALL)
      if (chosen) remember([...chosen.names, 'sort'], (name) => (name === 'sort' ? ordered.value() : chosen.value(name)))
    }
    const chosen = filter(table, rows, tools, () => changed())
    const ordered = sort(table, rows, tools, () => changed())
    if (chosen) {
      const asked = new URLSearchParams(location.search)
      ordered.choose(asked.get('sort') ?? ALL)
      chosen.choose((name) => arabic(asked.get(name) ?? ALL))
      if (chosen.any()) folded.open = true
    }
    table.closest('.ita-table').before(folded)
  }

  // A table that fits needs no stop on the way through the page.
  const boxes = document.querySelectorAll('.ita-table[tabindex]')
  const measured = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth) target.tabIndex = 0
      else target.removeAttribute('tabindex')
    }
  })
  for (const box of boxes) measured.observe(box)
}
