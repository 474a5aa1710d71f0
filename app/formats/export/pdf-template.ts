/**
 * The Typst document. It holds no words of anyone: everything comes from `sys.inputs.report` as JSON, and a Typst string
 * that is shown is text, never markup.
 */
export const PDF_TEMPLATE = String.raw`
#let d = json(bytes(sys.inputs.report))
#let w = d.words
#let scripts = ("Scheherazade New", "Noto Sans SC", "Noto Sans Devanagari")
#let serif = ("Source Serif 4",) + scripts
#let sans = ("Inter",) + scripts
#let ink = rgb("#1d1f23")
#let quiet = rgb("#565d69")
#let rule = rgb("#cfcac0")
#let accent = rgb("#1c4e80")
#let dir-of(name) = if name == "rtl" { rtl } else { ltr }
#let doc-dir = dir-of(d.direction)

#set document(
  title: d.title,
  author: (),
  date: datetime(year: d.date.year, month: d.date.month, day: d.date.day),
)
#set text(font: serif, size: 10.5pt, lang: d.language, dir: doc-dir, fallback: false, fill: ink, hyphenate: false, number-type: "lining")
// Scheherazade New is drawn small: at the same size it would be hard to read beside the others.
#show regex("\p{Arabic}+([ .،؛:]*\p{Arabic}+)*"): set text(size: 1.22em)
#set par(leading: 0.62em, spacing: 0.95em, justify: false)
#set strong(delta: 200)
#set page(
  paper: "a4",
  margin: (x: 27mm, top: 25mm, bottom: 27mm),
  footer: context {
    set text(font: sans, size: 7.5pt, fill: quiet)
    let pages = counter(page).final().first()
    grid(
      columns: (1fr, auto), column-gutter: 8mm,
      if here().page() > 1 { d.shortTitle },
      w.page.replace("%p", str(here().page())).replace("%n", str(pages)),
    )
  },
)

// Words with their line ends, in the direction that was decided for them.
#let lines(s) = s.split("\n").join(linebreak())
#let span(s) = {
  let c = lines(s.t)
  if s.at("i", default: false) { c = emph(c) }
  if s.at("b", default: false) { c = strong(c) }
  if "href" in s { link(s.href, text(fill: accent, c)) } else { c }
}
#let spans(list) = for s in list { span(s) }
#let side(dir, stroke) = if dir == "rtl" { (right: stroke) } else { (left: stroke) }
#let inset(dir, x) = if dir == "rtl" { (right: x) } else { (left: x) }
#let directed(dir, body) = { set text(dir: dir-of(dir)); body }
#let small(body) = text(font: sans, size: 8pt, fill: quiet, body)

#show heading: set text(font: serif, weight: 600)
#show heading: set block(sticky: true)
#show heading.where(level: 1): set text(size: 15pt)
#show heading.where(level: 1): it => block(
  width: 100%, above: 2.2em, below: 0.75em, sticky: true, stroke: (top: 0.6pt + ink), inset: (top: 0.7em), it.body,
)
#show heading.where(level: 2): set text(size: 11pt)
#show heading.where(level: 2): set block(above: 1.9em, below: 0.7em)
#show heading.where(level: 3): set text(font: sans, size: 8pt, fill: quiet)
#show heading.where(level: 3): set block(above: 1.3em, below: 0.8em)
#show heading.where(level: 4): set text(font: sans, size: 8pt, fill: quiet)
#show outline.entry: set block(above: 0.55em)
#show outline.entry.where(level: 1): set block(above: 0.95em)
#show outline.entry.where(level: 1): set text(weight: 600)
#set list(indent: 0.4em, body-indent: 0.6em, spacing: 0.6em)
#set enum(indent: 0.2em, body-indent: 0.6em, spacing: 0.6em)

#let item-body(item, show-block) = { spans(item.spans); if item.sub != none { show-block(item.sub) } }
#let show-block(b) = directed(b.dir, if b.k == "p" {
  par(spans(b.spans))
} else if b.k == "quote" {
  quote(block: true, spans(b.spans))
} else if b.ordered {
  enum(..b.items.map(i => item-body(i, show-block)))
} else {
  list(..b.items.map(i => item-body(i, show-block)))
})

#let cell(c) = if type(c) == array {
  c.map(l => link(label(l.anchor), text(fill: accent, l.text))).join(", ")
} else { str(c) }
#let figures(t) = {
  let numeric = t.columns.map(c => c.numeric)
  set text(size: 9.5pt)
  set par(leading: 0.5em)
  table(
    columns: numeric.enumerate().map(((i, n)) => if n { auto } else if i == 0 { 2fr } else { 1fr }),
    align: (x, y) => if numeric.at(x) { end + top } else { start + top },
    inset: (x: 4pt, y: 4.5pt),
    stroke: (x, y) => (bottom: if y == 0 { 0.6pt + ink } else { 0.4pt + rule }),
    table.header(..t.columns.map(c => small(text(weight: 600, c.label)))),
    ..t.rows.map(r => r.map(cell)).flatten(),
    ..if t.total != none { (table.footer(..t.total.map(c => strong(cell(c)))),) },
  )
}

#let show-reply(r, deep: 0) = block(
  width: 100%, above: 0.9em, below: 0.9em, inset: inset(d.direction, 10pt), stroke: side(d.direction, 0.6pt + rule), {
    set text(size: 9.5pt)
    block(sticky: r.blocks.len() > 0, below: 0.6em, small({
      if r.label != "" { text(weight: 600, r.label); h(0.6em) }
      r.byline
    }))
    for b in r.blocks { show-block(b) }
    for below in r.replies { show-reply(below) }
  },
)

#let show-entry(e) = {
  [#heading(level: 2, e.label + " · " + e.citation) #label(e.anchor)]
  block(sticky: true, below: 1em, {
    set par(leading: 0.55em)
    small(e.facts.map(f => box({ f.label + ": "; text(fill: ink, weight: 600, f.value) })).join(h(1.4em, weak: false)))
  })
  for p in e.passages {
    if p.cited != "" { block(sticky: true, below: 0.6em, small(p.cited)) }
    block(
      width: 100%, above: 0.9em, below: 1.1em, sticky: p.quote.len() < 600,
      inset: inset(d.textDirection, 12pt) + (y: 2pt), stroke: side(d.textDirection, 1.6pt + ink),
      { set text(lang: d.textLanguage, dir: dir-of(d.textDirection)); quote(block: false, quotes: false, lines(p.quote)) },
    )
  }
  for (i, b) in e.blocks.enumerate() { block(width: 100%, sticky: i == e.blocks.len() - 1, show-block(b)) }
  block(above: 1em, breakable: false, small({ e.byline; linebreak(); link(e.url, text(fill: accent, e.url)) }))
  if e.replies.len() > 0 {
    heading(level: 3, outlined: false, w.replies)
    for r in e.replies { show-reply(r) }
  }
}

#small(text(weight: 600, w.report))
#block(above: 1.1em, below: 1.2em, { set par(leading: if doc-dir == rtl { 0.8em } else { 0.4em }); title(text(font: serif, size: 22pt, weight: 600, d.title)) })
#block(below: 1.8em, text(size: 12pt, fill: quiet, d.subtitle))
#for b in d.brief { directed(b.dir, par(spans(b.spans))) }

#heading(level: 1, w.about)
#{
  set text(size: 9.5pt)
  grid(
    columns: (38mm, 1fr), row-gutter: 0.75em, column-gutter: 4mm,
    ..d.meta.map(m => (
      small(m.label),
      if m.hash { text(font: sans, size: 7.5pt, m.value) }
      else if m.href != "" { link(m.href, text(fill: accent, m.value)) }
      else { m.value },
    )).flatten(),
  )
}
#v(0.6em)
#for m in d.method { par(m) }
#if d.empty { par(emph(w.nothing)) } else {
  pagebreak(weak: true)
  outline(title: w.contents, depth: 2, indent: 1.2em)
  pagebreak(weak: true)
}
#if d.asks != none { heading(level: 1, w.asked); figures(d.asks) }
#if d.tables.len() > 0 {
  heading(level: 1, w.numbers)
  for t in d.tables { heading(level: 2, outlined: false, t.caption); figures(t) }
}
#for s in d.sections {
  heading(level: 1, s.heading)
  if s.context != "" { block(sticky: true, above: 0em, below: 0.4em, small(s.context)) }
  for e in s.entries { show-entry(e) }
}
`;
