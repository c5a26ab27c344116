/* Filters for the map, kept in the address so that a view can be shared. Without this script everything is shown. */

const form = document.querySelector("form[data-filter='map']");

if (form) {
  const tables = [...document.querySelectorAll(".pillar-map")];
  const cells = [...document.querySelectorAll("[data-year]")];
  const output = form.querySelector("output");

  const looksInside = (filter) => Boolean(filter.status || filter.role || filter.text);

  const shows = (cell, filter, items) =>
    (!filter.pillar || cell.dataset.pillar === filter.pillar) &&
    (!filter.year || cell.dataset.year === filter.year) &&
    (!looksInside(filter) || items.length > 0);

  /* What can be read, and the name that stands in the link. */
  const words = (item) => `${item.textContent} ${item.querySelector("a").hash}`.toLowerCase();

  const matching = (cell, filter) =>
    [...cell.querySelectorAll("li[data-status]")].filter(
      (item) =>
        (!filter.status || item.dataset.status === filter.status) &&
        (!filter.role || item.dataset.lead === filter.role) &&
        (!filter.text || words(item).includes(filter.text.toLowerCase())),
    );

  const apply = (filter) => {
    const active = Object.values(filter).some(Boolean);
    let shown = 0;
    for (const cell of cells) {
      const items = matching(cell, filter);
      const visible = shows(cell, filter, items);
      shown += visible ? items.length : 0;
      cell.closest("td").classList.toggle("is-out", active && !visible);
      for (const item of cell.querySelectorAll("li[data-status]")) {
        item.hidden = active && !items.includes(item);
      }
      if (cell.matches("details")) {
        cell.open = looksInside(filter) && visible;
      }
    }
    for (const table of tables) {
      for (const row of table.querySelectorAll("tbody tr")) {
        row.hidden = active && !row.querySelector("td:not(.is-out)");
      }
      table.hidden = active && !table.querySelector("tbody tr:not([hidden])");
    }
    output.textContent = active ? `${shown} ${shown === 1 ? "entry" : "entries"} shown.` : "";
  };

  keptInAddress(form, apply);
}
