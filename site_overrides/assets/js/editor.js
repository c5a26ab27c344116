/* Starts the editor under edit/. Plan files hold text only: there, 4.10 is no number and no is no answer. */

window.CMS_MANUAL_INIT = true;

const WIDTH = 100;
const EVERY = "all";
const OWN_COMPUTER = ["localhost", "127.0.0.1"];

/* One word may stand for a list of schools; the form shows it as the list's only entry. */
const asList = (name, value) => (name === "schools" && value === EVERY ? [EVERY] : value);
const asWord = (name, value) => (name === "schools" && String(value) === EVERY ? EVERY : value);

const eachValue = (value, change) => {
  if (Array.isArray(value)) return value.map((entry) => eachValue(entry, change));
  if (typeof value !== "object" || value === null) return String(value ?? "");
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, change(name, eachValue(inner, change))]),
  );
};

const textOnly = () => ({ schema: jsyaml.FAILSAFE_SCHEMA });
const fromFile = (text) => eachValue(jsyaml.load(text, textOnly()), asList);
const toFile = (entry) => jsyaml.dump(eachValue(entry, asWord), { ...textOnly(), lineWidth: WIDTH });

window.addEventListener("DOMContentLoaded", () => {
  if ("localOnly" in document.body.dataset && !OWN_COMPUTER.includes(window.location.hostname)) {
    document.getElementById("elsewhere").hidden = false;
    return;
  }
  CMS.registerCustomFormat("plan", "yml", { fromFile, toFile });
  CMS.init();
});
