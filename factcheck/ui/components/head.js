export default function (component) {
  const { data } = component;
  const root = rootOf(component);
  if (same(root, "head", data)) return;
  root.replaceChildren();
  if (data.summary) add(root, el("p", "summary", data.summary));
  const top = add(el("div", "top"), el("span", "who", data.speaker));
  if (data.via) add(top, el("span", "muted", data.via));
  if (data.demonstration) add(top, demo());
  if (data.quoted) add(root, top, el("blockquote", "", data.text));
  if (data.quoted && data.restated) add(root, add(el("p", "muted restated"), el("span", "label", "Read alone: "), document.createTextNode(data.restated)));
  if (data.facts && (data.figure || data.when)) {
    const facts = el("dl", "facts num");
    const fact = (label, value) => { if (value) add(facts, add(el("div"), el("dt", "", label), el("dd", "", value))); };
    fact("As written", data.figure);
    fact("As read", data.read);
    fact("Speaks of", data.when);
    add(root, facts);
  }
  const tags = el("div", "tags");
  for (const made of data.badges) add(tags, chip(made));
  for (const made of data.decisions) add(tags, decisionChip(made));
  if (tags.childNodes.length) add(root, tags);
  for (const made of data.corrected) add(root, add(el("p", "corrected"), el("span", "glyph", "✎ "), el("b", "", "Corrected  "), el("span", "", made.what), el("span", "muted", `  by ${made.by}`)));
  if (data.verdicts?.length) {
    const differ = new Set(data.verdicts.map((one) => one.rating)).size > 1;
    const list = add(el("ul", "verdicts"), el("li", "label", differ ? "Verdicts differ" : "Verdicts agree"));
    for (const one of data.verdicts) {
      const line = add(el("li", one.stale ? "stale" : ""), el("b", "", one.rating), el("span", "", `  ${one.person}`), el("span", "muted", `, ${one.when}${one.stale ? ", before a correction" : ""}`));
      if (one.note) add(line, el("div", "muted", one.note));
      add(list, line);
    }
    add(root, list);
  }
  const flags = el("p", "flags");
  for (const flag of data.flags) add(flags, add(el("span", "flag"), el("span", "bang", "!"), el("span", "", flag)));
  if (data.flags.length) add(root, flags);
}
