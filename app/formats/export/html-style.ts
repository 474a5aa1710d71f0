/** Paper and ink, on the screen and on A4. Logical properties only: the same rules serve right-to-left reports. */
export const HTML_STYLE = `
:root {
  --paper: #fdfcf9; --ink: #1d1f23; --quiet: #565d69; --line: #d9d4ca; --accent: #1c4e80; --red: #9b1c1c;
  --serif: "Source Serif 4", "Noto Naskh Arabic", Georgia, "Times New Roman", "Noto Serif SC", serif;
  --sans: Inter, "Noto Sans", "Noto Sans SC", system-ui, sans-serif;
}
* { box-sizing: border-box }
html { background: var(--paper); color: var(--ink); font: 16px/1.6 var(--serif); -webkit-text-size-adjust: 100% }
body { max-width: 46rem; margin: 0 auto; padding: 4rem 1.5rem 6rem; overflow-wrap: anywhere }
a { color: var(--accent); text-underline-offset: .15em }
h1, h2, h3, h4 { line-height: 1.25; text-wrap: balance }
h1 { font-size: 2.1rem; font-weight: 600; margin: .25rem 0 .5rem }
h2 { font-size: 1.4rem; font-weight: 600; margin: 3.5rem 0 1rem; padding-block-start: .75rem; border-block-start: 1px solid var(--ink) }
h3 { font-size: 1.05rem; font-weight: 600; margin: 2.5rem 0 .5rem }
h4, .kicker, .context, thead th, dt { font: 600 .75rem/1.4 var(--sans); letter-spacing: .04em; color: var(--quiet) }
h4 { margin: 1.5rem 0 .5rem }
p { margin: .75rem 0 }
.subtitle { font-size: 1.2rem; color: var(--quiet); margin: 0 0 2rem }
.context { margin: -.75rem 0 1rem }
.meta { display: grid; grid-template-columns: 11rem 1fr; gap: .35rem 1rem; margin: 0; font-size: .95rem }
.meta dt { padding-block-start: .2rem } dd { margin: 0 }
.hash { font: .8rem/1.6 ui-monospace, "DejaVu Sans Mono", monospace }
nav ol { list-style: none; margin: 0; padding: 0 }
nav ol ol { padding-inline-start: 1.5rem; font-size: .92rem }
nav li { margin: .25rem 0 } nav a { text-decoration: none } nav a:hover { text-decoration: underline }
table { inline-size: 100%; border-collapse: collapse; font-size: .95rem; margin: 1.5rem 0 2rem }
caption { text-align: start; font-weight: 600; margin-block-end: .5rem }
th, td { text-align: start; vertical-align: top; padding: .35rem .75rem .35rem 0; border-block-end: 1px solid var(--line); font-weight: 400 }
thead th { border-block-end: 1px solid var(--ink); vertical-align: bottom }
tfoot th, tfoot td { border-block-end: 0; border-block-start: 1px solid var(--ink); font-weight: 600 }
.number { text-align: end; font-variant-numeric: tabular-nums; padding-inline-end: 0 }
.facts { display: flex; flex-wrap: wrap; gap: .15rem 1.5rem; margin: 0 0 1rem; font: .85rem/1.5 var(--sans) }
.facts div { display: flex; gap: .4rem } .facts dt { font-size: inherit; font-weight: 400; letter-spacing: 0 }
.facts dd { font-weight: 600 } .red-line { color: var(--red) }
.cited { margin: 1.25rem 0 .25rem; font: .8rem/1.4 var(--sans); color: var(--quiet) }
blockquote { margin: 1rem 0; padding-inline-start: 1.1rem; border-inline-start: 2px solid var(--line) }
blockquote.passage { border-inline-start: 3px solid var(--ink); font-size: 1.05rem }
.by { font: .85rem/1.5 var(--sans); color: var(--quiet) }
.reply { margin: .75rem 0; padding-inline-start: 1rem; border-inline-start: 1px solid var(--line); font-size: .95rem }
.reply .reply { margin-inline-start: .25rem } .reply p { margin: .4rem 0 }
.nothing { font-style: italic }
@media (max-width: 36rem) { .meta { grid-template-columns: 1fr } .meta dd { margin-block-end: .5rem } body { padding-block-start: 2rem } }
@page { size: A4; margin: 24mm 25mm 26mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif } }
@media print {
  html { background: none; font-size: 10.5pt; line-height: 1.45 } body { max-width: none; padding: 0 }
  a { color: inherit; text-decoration: none }
  h2, h3, h4, .context, .facts, .cited { break-after: avoid; break-inside: avoid }
  blockquote, tr, .by { break-inside: avoid } thead { display: table-header-group }
  p { orphans: 3; widows: 3 } nav { break-after: page }
}
`;
