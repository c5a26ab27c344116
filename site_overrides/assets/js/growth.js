/* The what-if: shows only the chosen number of schools, kept in the address. Without this script every row is shown. */

{
  const form = document.querySelector("form[data-schools='what-if']");

  if (form) {
    const rows = [...document.querySelectorAll(".what-if tr[data-schools]")];
    const field = form.elements.namedItem("schools");
    const output = form.querySelector("output");

    const apply = ({ schools }) => {
      const chosen = rows.filter((row) => row.dataset.schools === schools);
      for (const row of rows) {
        row.hidden = chosen.length > 0 && !chosen.includes(row);
      }
      const outside = field.value ? `The table goes from ${field.min} to ${field.max} schools.` : "";
      output.textContent = chosen.map((row) => row.dataset.says).join(" ") || outside;
    };

    keptInAddress(form, apply);
  }
}
