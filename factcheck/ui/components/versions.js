export default function (component) {
  const { data, setTriggerValue } = component;
  const root = rootOf(component);
  const kept = remembered(root);
  if (data.open) kept.set("open", true);
  if (same(root, "versions", { ...data, open: null })) return;
  root.replaceChildren();
  const line = el("div", "line");
  add(root, line);
  if (data.newer) {
    const moved = data.newer.moved;
    add(line, chip({ label: "Older version", glyph: "↥", tone: "unsure" }), el("span", "sum", moved ? `A newer version took its place; ${moved} ${moved === 1 ? "claim" : "claims"} went over to it with what was decided.` : "A newer version took its place."));
    add(line, leads("Open the newer version", () => setTriggerValue("document", data.newer.document)));
  }
  const made = data.changes;
  if (!made) return;
  if (!data.newer) add(line, chip({ label: "Newer version", glyph: "↻", tone: "update" }));
  add(line, el("b", "sum", made.told));
  const panel = add(el("div", "panel"), ...sections(made, setTriggerValue, () => open(false)));
  const toggle = el("button", "toggle", "Show what changed");
  const open = (on) => {
    kept.set("open", on);
    panel.hidden = !on;
    toggle.textContent = on ? "Hide what changed" : "Show what changed";
    toggle.setAttribute("aria-expanded", on ? "true" : "false");
  };
  toggle.onclick = () => open(panel.hidden);
  root.onkeydown = (event) => { if (event.key === "Escape" && !panel.hidden) { open(false); toggle.focus(); } };
  panel.setAttribute("aria-label", "What the newer version changed");
  add(line, toggle, leads("Open the older version", () => setTriggerValue("document", made.earlier)));
  add(root, panel);
  open(kept.get("open") ?? false);
}
const leads = (label, act) => {
  const node = el("button", "link", label);
  node.onclick = act;
  return node;
};
const runs = (pieces) => {
  const node = el("div", "words");
  for (const piece of pieces) {
    if (!piece.kind) add(node, document.createTextNode(piece.text));
    else {
      const mark = el("mark", piece.kind === "words" ? "slight" : "", piece.text);
      mark.title = `differs: ${piece.kind}`;
      add(node, mark);
    }
  }
  return node;
};
const sections = (made, trigger, close) => {
  const go = (id) => { close(); trigger("claim", id); };
  const parts = [];
  const listed = (label, all, draw) => { if (all.length) parts.push(el("h4", "", `${label} (${all.length})`), ...all.map(draw)); };
  listed("Figures that changed", made.changed.filter((one) => one.figures), (one) => pair(one, go));
  listed("Said in other words", made.changed.filter((one) => !one.figures), (one) => pair(one, go));
  listed("New in this version", made.added, (one) => single(one, go, "Open this claim", ""));
  listed("No longer in the article", made.gone, (one) => single(one, go, "Open it in the older version", "gone"));
  if (!parts.length) parts.push(el("p", "muted", "Every claim says the same, word for word; all that was decided stands."));
  return parts;
};
const pair = (one, go) => {
  const node = el("div", "pair");
  const old = add(el("div", "before"), el("div", "cap", "Before"), runs(one.before));
  const now = add(el("div", "now"), el("div", "cap", "Now" + (one.who ? "  ·  " + one.who : "")), runs(one.now));
  const acts = add(el("div", "acts"), leads("Open this claim", () => go(one.id)), leads("Open the earlier one", () => go(one.old)));
  if (one.decisions.length) add(acts, el("span", "muted", "Decided before, on the earlier one:"), ...one.decisions.map(decisionChip));
  return add(node, add(el("div", "both"), old, now), acts);
};
const single = (one, go, label, cls) => {
  const acts = add(el("div", "acts"), leads(label, () => go(one.id)), ...one.decisions.map(decisionChip));
  return add(el("div", `one ${cls}`), el("div", "cap", one.who), el("div", "words", one.text), acts);
};
