export default function (component) {
  const { data, setTriggerValue } = component;
  const root = rootOf(component);
  if (!same(root, "ledger", { ...data, picked: null })) {
    root.replaceChildren();
    if (data.part === "rows" && data.rows.length) {
      const table = grid("rows");
      const head = el("tr");
      for (const label of ["", "Who", "Figure", "When"]) add(head, el("th", "", label));
      add(table, add(el("thead"), head), own(data.self, setTriggerValue));
      for (const made of data.rows) add(table, body(root, made, setTriggerValue));
      add(root, table);
    }
    const more = (key, rows, label) => {
      if (data.part === "rows" || !rows.length) return;
      const fold = unfold(root, `${data.claim}:${key}`, `${label} (${rows.length})`, key);
      const table = grid(`rows ${key}`);
      for (const made of rows.slice(0, FIRST)) add(table, body(root, made, setTriggerValue));
      add(fold, table);
      if (rows.length > FIRST) {
        const rest = unfold(root, `${data.claim}:${key}:rest`, `${rows.length - FIRST} more`, "rest");
        const all = grid(`rows ${key}`);
        for (const made of rows.slice(FIRST)) add(all, body(root, made, setTriggerValue));
        add(fold, add(rest, all));
      }
      add(root, fold);
    };
    more("later", data.later, "Became known only after this claim");
    more("alike", data.lookalikes, "Looks like a conflict, isn’t");
    if (data.part === "beside" && data.official.length) {
      const table = grid("rows");
      for (const made of data.official) {
        const row = add(el("tr", "main"), add(el("td", "rel"), chip(made.relation)), add(el("td"), el("b", "", made.who), el("div", "sub", made.what)));
        row.firstChild.rowSpan = 2;
        add(row, add(el("td", "fig num"), el("b", "", made.figure)), el("td", "when", made.cell));
        row.lastChild.title = made.query;
        add(table, add(el("tbody"), row, reason(made.relation.reason)));
      }
      add(root, el("h4", "", "Official figures"), table);
    }
    if (data.part === "beside") add(root, el("p", "searched", data.searched));
  }
  pick(root, data.picked);
}
const grid = (cls) => {
  const table = el("table", cls);
  const columns = el("colgroup");
  for (const name of ["rel", "who", "fig", "when"]) add(columns, el("col", name));
  return add(table, columns);
};
const FIRST = 8;
const pick = (root, key) => {
  for (const node of root.querySelectorAll("tbody[data-key]")) {
    const on = node.dataset.key === key;
    if (on && root.__picked !== undefined && root.__picked !== key) {
      for (let at = node.closest("details"); at; at = at.parentElement.closest("details")) at.open = true;
      node.scrollIntoView({ block: "nearest" });
    }
    node.classList.toggle("on", on);
    node.setAttribute("aria-current", on ? "true" : "false");
  }
  root.__picked = key;
};
const own = (made, trigger) => {
  const row = el("tr", "main");
  add(row, add(el("td", "rel"), el("span", "chip self", "This claim")));
  add(row, add(el("td"), named(made, trigger)));
  add(row, figure(made), add(el("td", "when"), el("div", "", made.when), el("div", "sub", made.outlet)));
  return add(el("tbody", "own"), row);
};
const figure = (made) => {
  const cell = add(el("td", "fig num"), el(made.in_words ? "span" : "b", "", made.figure));
  if (made.read) add(cell, el("div", "sub", made.read));
  return cell;
};
const reason = (text) => {
  const cell = el("td", "reason", text);
  cell.colSpan = 3;
  return add(el("tr", "why"), cell);
};
const body = (root, made, trigger) => {
  const group = el("tbody", made.relation.tone);
  group.dataset.key = made.key;
  group.tabIndex = 0;
  group.onclick = (event) => {
    if (event.target.closest("a,button")) return;
    pick(root, made.key);
    trigger("row", made.key);
  };
  group.onkeydown = (event) => { if (event.key === "Enter" && event.target === group) group.click(); };
  const who = add(el("td"), named(made, trigger));
  if (made.body) add(who, el("div", "sub", "for " + made.body));
  const place = add(el("div", "sub"));
  add(place, made.url ? outside(made.url, made.outlet || "source") : el("span", "", made.outlet));
  const when = add(el("td", "when"), el("div", "", made.when), place);
  const rel = add(el("td", "rel"), chip(made.relation));
  rel.rowSpan = made.trail.length ? 3 : 2;
  if (made.demonstration) add(rel, add(el("div"), demo()));
  const row = add(el("tr", "main"), rel, who, figure(made), when);
  const told = reason("");
  const cell = told.firstChild;
  add(cell, el("span", "", made.relation.reason));
  if (made.copies > 1) add(cell, el("span", "muted", ` ${made.copies} outlets print this same statement; counted once.`));
  const acts = el("span", "acts");
  if (made.claim) {
    const open = el("button", "link", "Open in its article");
    open.onclick = () => trigger("open", made.claim);
    add(acts, open);
  }
  if (made.decision) add(acts, decisionChip(made.decision));
  add(group, row, told);
  if (made.trail.length) {
    const trail = add(el("td", "trail num"), el("span", "muted", "Earlier: "));
    trail.colSpan = 3;
    made.trail.forEach((t, n) => add(trail, document.createTextNode(`${n ? "  ←  " : ""}${t.figure} (${t.when})`)));
    add(group, add(el("tr", "why"), trail));
  }
  add(cell, acts);
  const quote = el("div", "quote", made.quote);
  add(cell, quote);
  return group;
};
