// The keys that st.button(shortcut=) does not take: punctuation, and those that open an address. A browser lets a page
// open a tab only in answer to the key itself, so that is done here, and not by the server.
export default function (component) {
  const { data, setTriggerValue } = component;
  const typing = (node) => node && (/^(INPUT|TEXTAREA|SELECT)$/.test(node.tagName) || node.isContentEditable);
  const onKey = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const address = data.opens?.[event.key.toLowerCase()];
    if (!(address || data.keys.includes(event.key)) || typing(event.composedPath()[0])) return;
    if (document.querySelector("[role=dialog]")) return;
    event.preventDefault();
    if (address) window.open(address, "_blank", "noopener,noreferrer");
    else setTriggerValue("pressed", event.key);
  };
  document.addEventListener("keydown", onKey);
  return () => document.removeEventListener("keydown", onKey);
}
