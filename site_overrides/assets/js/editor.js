/* Starts the editor under edit/. */

window.CMS_MANUAL_INIT = true;

const EVERY = "all";
const OWN_COMPUTER = ["localhost", "127.0.0.1"];

/* The name under which an entry carries its file's text, which no form shows, until it is saved. */
const AS_READ = "text as read";

/* One word may stand for a list of schools; the form shows it as the list's only entry. */
const asList = (name, value) => (name === "schools" && value === EVERY ? [EVERY] : value);
const asWord = (name, value) => (name === "schools" && String(value) === EVERY ? EVERY : value);

const eachValue = (value, change) => {
  if (isList(value)) return value.map((entry) => eachValue(entry, change));
  if (!isGroup(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, change(name, eachValue(inner, change))]),
  );
};

const fromFile = (text) => ({ ...eachValue(valueOf([text]), asList), [AS_READ]: text });
const toFile = ({ [AS_READ]: text, ...entry }) => textWith(text ?? "", eachValue(asText(entry), asWord));

window.addEventListener("DOMContentLoaded", () => {
  if ("localOnly" in document.body.dataset && !OWN_COMPUTER.includes(window.location.hostname)) {
    document.getElementById("elsewhere").hidden = false;
    return;
  }
  CMS.registerCustomFormat("plan", "yml", { fromFile, toFile });
  CMS.init();
});
