export default function (component) {
  const { data, setTriggerValue } = component;
  const root = rootOf(component);
  if (same(root, "pairs", data)) return;
  const focused = root.getRootNode().activeElement?.dataset?.focus;
  root.replaceChildren();
  for (const made of data.matters) add(root, matter(root, made, data.reasons, setTriggerValue));
  if (focused) [...root.querySelectorAll("[data-focus]")].find((node) => node.dataset.focus === focused)?.focus();
}
// What hangs together: one sentence first, one row a body, then the pairs with their reasons.
const matter = (root, made, reasons, trigger) => {
  const node = el("section", "matter");
  const single = made.pairs.length === 1 && !made.left && !made.rows.length;
  if (!single) add(node, el("h2", "", made.sentence));
  if (made.rows.length) {
    const table = el("ul", "bodies");
    for (const row of made.rows) add(table, body(row, trigger));
    add(node, table);
  }
  if (made.hidden) add(node, el("p", "muted", `${made.hidden === 1 ? "One more body" : made.hidden + " more bodies"} became known only after ${made.lead_when}; the switch above shows them, greyed.`));
  const [first, ...rest] = made.pairs;
  add(node, pair(root, first, reasons, trigger));
  if (rest.length) {
    const fold = unfold(root, `rest ${made.lead}`, `${rest.length} more ${rest.length === 1 ? "pair" : "pairs"} of this matter`, "rest");
    for (const one of rest) add(fold, pair(root, one, reasons, trigger));
    if (made.left) add(fold, el("p", "muted", `${made.left} weaker pairs are not drawn; a filter narrows the list.`));
    add(node, fold);
  }
  add(node, looks(root, made, trigger));
  return node;
};
const body = (row, trigger) => {
  const node = el("li", row.later ? "later" : "");
  const open = el("button", "link", "Open");
  open.setAttribute("aria-label", `Open ${row.who} in its article`);
  open.onclick = () => trigger("open", row.claim);
  const what = add(el("div"), el("b", "num", row.figure), el("span", "muted", `  ${row.when}${row.outlet ? " · " + row.outlet : ""}${row.later ? " · known only later" : ""}`));
  if (row.trail.length) add(what, el("div", "trail num", "earlier: " + row.trail.map((one) => `${one.figure} (${one.when})`).join(" ← ")));
  return add(node, add(el("div"), named(row, trigger)), what, open);
};
const looks = (root, made, trigger) => {
  if (made.looks === null) {
    const ask = el("button", "link ask-looks", "What only looks like a conflict?");
    ask.title = `Beside: ${made.lead_text}`;
    ask.dataset.focus = `looks ${made.lead}`;
    ask.onclick = () => { remembered(root).set(`looks ${made.lead}`, true); trigger("look", made.lead); };
    return ask;
  }
  const fold = unfold(root, `looks ${made.lead}`, made.looks.length ? `${made.looks.length} that only look like a conflict` : "Nothing else looks like a conflict", "looks");
  for (const one of made.looks) add(fold, add(el("p", "look"), chip(one.relation), el("b", "", ` ${one.who}: ${one.figure}. `), el("span", "muted", one.relation.reason)));
  return fold;
};
const pair = (root, made, reasons, trigger) => {
  const node = el("section", `pair ${made.relation.tone}`);
  node.dataset.pair = made.pair;
  node.setAttribute("aria-label", `${made.relation.label}: ${made.relation.reason}`);
  const top = add(el("div", "top"), chip(made.relation), el("span", "why", made.relation.reason));
  if (made.decision) add(top, decisionChip(made.decision));
  if (made.demonstration) add(top, demo());
  add(node, top);
  const both = el("div", "both");
  for (const side of [made.a, made.b]) {
    const who = add(el("div", "who"), named(side, trigger));
    if (side.body) add(who, el("span", "muted", "  for " + side.body));
    const open = el("button", "link", "Open in its article");
    open.onclick = () => trigger("open", side.id);
    const cap = add(el("div", "cap"), el("span", "", side.where + "  "), open);
    add(both, add(el("div"), who, quoted(side), cap));
  }
  add(node, both);
  if (made.copies) add(node, el("p", "muted copies", `${made.copies === 1 ? "One more pair prints" : made.copies + " more pairs print"} the same two statements; counted once.`));
  const acts = el("div", "acts");
  const button = (label, name, value, cls) => {
    const made_ = el("button", cls || "act", label);
    made_.dataset.focus = `${made.pair} ${label}`;
    made_.onclick = () => trigger(name, value);
    return made_;
  };
  if (made.event) add(acts, button("Take back", "undo", made.event));
  else {
    add(acts, button("Confirm", "settle", `flag ${made.pair}`, "act first"), button("Superseded", "settle", `superseded ${made.pair}`));
    const why = el("select", "act");
    why.setAttribute("aria-label", "Dismiss, because");
    why.dataset.focus = `${made.pair} dismiss`;
    add(why, el("option", "", "Dismiss, because…"));
    for (const [key, label] of reasons) add(why, el("option", "", label)).lastChild.value = key;
    why.onchange = () => why.selectedIndex && trigger("settle", `dismissed ${made.pair} ${why.value}`);
    add(acts, why);
  }
  const ask = unfold(root, `ask ${made.pair}`, "A question for the press office", "ask");
  const text = el("p", "question", made.question);
  const copy = el("button", "act", "Copy");
  copy.onclick = () => copied(made.question, text, copy);
  add(ask, text, copy);
  return add(node, add(acts, ask));
};
const quoted = (side) => {
  const words = el("div", "words");
  const at = side.figure ? side.text.indexOf(side.figure) : -1;
  if (at < 0) { words.textContent = side.text; return words; }
  return add(words, document.createTextNode(side.text.slice(0, at)), el("b", "num", side.figure), document.createTextNode(side.text.slice(at + side.figure.length)));
};
// Without leave to write the clipboard, the text is selected, so that Ctrl+C takes it.
const copied = (text, node, button) => {
  const select = () => {
    const range = document.createRange();
    range.selectNodeContents(node);
    const chosen = document.getSelection();
    chosen.removeAllRanges();
    chosen.addRange(range);
    button.textContent = "Selected: press Ctrl+C";
  };
  if (!navigator.clipboard) return select();
  navigator.clipboard.writeText(text).then(() => (button.textContent = "Copied"), select);
};
