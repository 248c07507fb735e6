"""How a page looks on the screen and on paper: that of the agreement, and room to write."""

from workshop.export.html import STYLE as AGREEMENT

STYLE = (
    AGREEMENT
    + """
.text { white-space: pre-line; overflow-wrap: anywhere; }
p.text { margin-top: .5rem; }
.quiet, .beside { color: var(--quiet); font-size: .85rem; }
.beside { font-weight: normal; margin-left: .5rem; white-space: nowrap; }
.who { margin-top: 1rem; overflow-wrap: anywhere; }
.asked { padding-left: .85rem; border-left: 3px solid var(--mark); }
.careful { padding: .6rem .85rem; border: 1px solid var(--mark); border-radius: 3px; }
h1, h2, h3 { break-after: avoid; overflow-wrap: anywhere; }
.who { break-after: avoid; }
.asked + .rules, .asked + .fill, .quiet + .fill, .asked + table { break-before: avoid; }
p.text { break-inside: avoid; }
ul.points { margin-top: .5rem; padding-left: 1.1rem; list-style: disc; }
ul.points li { margin-top: .25rem; padding-left: .2rem; border: 0; }
.rules { margin-top: .25rem; }
.rule { height: 2.3rem; border-bottom: 1px solid var(--quiet); break-inside: avoid; }
.fill { margin: .5rem 0 0; padding: 0; list-style: none; }
.fill li { display: flex; align-items: center; gap: .6rem; min-height: 2.1rem;
  margin-top: .15rem; padding: 0; border: 0; }
.fill .text, .fill .room { flex: 1; min-width: 0; }
.fill .room { align-self: flex-end; border-bottom: 1px solid var(--quiet); height: 1.9rem; }
.fill .box { flex: none; width: 1.1rem; height: 1.1rem;
  border: 1.5px solid var(--ink); border-radius: 2px; }
.fill .figure { flex: none; width: 2.6rem; height: 1.7rem; border: 1px solid var(--quiet);
  border-radius: 2px; }
ol.number { counter-reset: item; }
ol.number li { counter-increment: item; }
ol.number li::before { content: counter(item) "."; flex: none; min-width: 1.6rem;
  color: var(--quiet); text-align: right; }
table { width: 100%; margin-top: .75rem; border-collapse: collapse; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th { padding: .3rem .4rem; border-bottom: 1px solid var(--ink); color: var(--quiet);
  font-size: .85rem; font-weight: normal; text-align: left; vertical-align: bottom;
  overflow-wrap: anywhere; }
td { padding: .45rem .4rem; border-bottom: 1px solid var(--line); vertical-align: top; }
td.short { white-space: nowrap; overflow-wrap: normal; }
.scale { table-layout: fixed; }
.scale th:first-child { width: 36%; text-align: left; }
.scale th { text-align: center; }
td.mark { text-align: center; font-size: 1.3rem; line-height: 1; }
td.room { height: 2.4rem; }
.two { display: grid; grid-template-columns: 1fr 1fr; grid-auto-flow: row dense;
  gap: 0 1.6rem; margin-top: .5rem; }
.two > * { min-width: 0; break-inside: avoid; }
.one { grid-column: 1; }
.other { grid-column: 2; }
.kept { break-inside: avoid; }
.framed { margin-top: 1rem; padding: .3rem 1rem 1rem; border: 1px dashed var(--quiet);
  border-radius: 3px; }
.framed .two { column-gap: 0; }
.framed .one { padding-right: 1rem; }
.framed .other { padding-left: 1rem; border-left: 1px dashed var(--quiet); }
.sheet { margin-top: 3rem; padding-top: 1.5rem; border-top: 3px double var(--line); }
@media screen and (max-width: 36rem) {
  .two { display: block; }
  .other h3 { margin-top: 1.5rem; }
}
@media print {
  .sheet { break-before: page; margin-top: 0; padding-top: 0; border: 0; }
  .quiet, .beside, th { font-size: 8.5pt; }
  p.text { margin-top: 1.5mm; }
  .who { margin-top: 3mm; }
  .rule { height: 9.5mm; }
  .fill li { min-height: 8.5mm; }
  .fill .room { height: 8mm; }
  td.room { height: 10mm; }
}
"""
)
