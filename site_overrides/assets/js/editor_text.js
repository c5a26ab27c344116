/* Reads a plan file, and writes it with every line as it was that says nothing new: its order, quotes, line breaks
   and remarks. Plan files hold text only: there, 4.10 is no number and no is no answer. */

const WIDTH = 110;

const isList = (value) => Array.isArray(value);
const isGroup = (value) => typeof value === "object" && value !== null && !isList(value);

const asText = (value) => {
  if (isList(value)) return value.map(asText);
  if (!isGroup(value)) return String(value ?? "");
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, asText(inner)]));
};

const textOnly = () => ({ schema: jsyaml.FAILSAFE_SCHEMA });
const valueOf = (lines) => asText(jsyaml.load(lines.join("\n"), textOnly()));
const linesOf = (value, column) => {
  const lines = jsyaml.dump(value, { ...textOnly(), lineWidth: WIDTH - column }).trimEnd().split("\n");
  return lines.map((line) => (line ? " ".repeat(column) + line : line));
};

const sorted = (value) => {
  if (isList(value)) return value.map(sorted);
  if (!isGroup(value)) return value;
  return Object.fromEntries(Object.keys(value).sort().map((name) => [name, sorted(value[name])]));
};
const same = (one, other) => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));

const columnOf = (line) => line.search(/\S/);
const isBlank = (line) => columnOf(line) === -1;
const isRemark = (line) => /^\s*#/.test(line);
const isContent = (line) => !isBlank(line) && !isRemark(line);
const isEntry = (line) => /^\s*-(\s|$)/.test(line);

/* Lines apart from the empty ones below them. */
const apart = (lines) => {
  const end = lines.findLastIndex((line) => !isBlank(line)) + 1;
  return [lines.slice(0, end), lines.slice(end)];
};

/* The parts of a list or group, one for each entry or name, with the remarks above it. */
const blockOf = (lines) => {
  const [whole, below] = apart(lines);
  const first = whole.find(isContent);
  const column = columnOf(first);
  const begins = (line) => isContent(line) && columnOf(line) === column && isEntry(line) === isEntry(first);
  const isAbove = (line) => isRemark(line) && columnOf(line) === column;
  const starts = whole.flatMap((line, n) => {
    if (!begins(line)) return [];
    let start = n;
    while (start > 0 && isAbove(whole[start - 1])) start -= 1;
    return [start];
  });
  const parts = starts.map((start, n) => whole.slice(start, starts[n + 1]));
  return { column, above: whole.slice(0, starts[0]), parts, below };
};

/* A part with another value. The remarks above it stay, and what can be kept inside it; else it is written anew. */
const rewrittenPart = (part, column, inside, written) => {
  const [whole, below] = apart(part);
  const start = whole.findIndex(isContent);
  const kept = inside(whole.slice(start));
  return [...whole.slice(0, start), ...(kept ?? linesOf(written, column)), ...below];
};

const rewrittenEntry = (part, column, value) => {
  const inside = ([first, ...others]) => {
    if (!isGroup(value) || !/^\s*- +\S/.test(first)) return undefined;
    const lines = rewritten([first.replace("-", " "), ...others], value);
    const at = lines?.findIndex(isContent);
    return lines?.with(at, `${" ".repeat(column)}-${lines[at].slice(column + 1)}`);
  };
  return rewrittenPart(part, column, inside, [value]);
};

const rewrittenName = (part, column, name, value) => {
  const inside = ([first, ...others]) => {
    if (!others.some(isContent) || !/:\s*(#.*)?$/.test(first)) return undefined;
    const lines = rewritten(others, value);
    return lines && [first, ...lines];
  };
  return rewrittenPart(part, column, inside, { [name]: value });
};

/* Where each entry stood before: the one that says the same, or has the same id, or else was at its place. */
const placesBefore = (old, wanted) => {
  const places = new Map();
  const find = (fits) => wanted.forEach((value, n) => {
    if (places.has(n)) return;
    const isFree = (place) => ![...places.values()].includes(place);
    const place = old.findIndex((entry, at) => isFree(at) && fits(entry, value, at, n));
    if (place !== -1) places.set(n, place);
  });
  find(same);
  find((entry, value) => entry.id && entry.id === value.id);
  find((entry, value, place, n) => place === n);
  return places;
};

const rewrittenList = ({ column, parts }, wanted) => {
  const old = parts.map((part) => valueOf(part)[0]);
  const places = placesBefore(old, wanted);
  return wanted.flatMap((value, n) => {
    if (!places.has(n)) return linesOf([value], column);
    const place = places.get(n);
    return same(old[place], value) ? parts[place] : rewrittenEntry(parts[place], column, value);
  });
};

/* Names stay in their order; a new one follows the one that it follows in the form. */
const rewrittenGroup = ({ column, parts }, wanted) => {
  const old = new Map(parts.map((part) => [Object.keys(valueOf(part))[0], part]));
  const names = [...old.keys()].filter((name) => name in wanted);
  Object.keys(wanted).forEach((name, n, all) => {
    if (!old.has(name)) names.splice(names.indexOf(all[n - 1]) + 1, 0, name);
  });
  return names.flatMap((name) => {
    const part = old.get(name);
    if (!part) return linesOf({ [name]: wanted[name] }, column);
    return same(valueOf(part)[name], wanted[name]) ? part : rewrittenName(part, column, name, wanted[name]);
  });
};

/* The lines of a list or group with another value, or nothing where none of them can stay. */
const rewritten = (lines, wanted) => {
  const value = valueOf(lines);
  if (same(value, wanted)) return lines;
  const rewrite = isList(value) && isList(wanted) ? rewrittenList : isGroup(value) && isGroup(wanted) && rewrittenGroup;
  if (!rewrite || !Object.keys(wanted).length || /^\s*[[{]/.test(lines.find(isContent))) return undefined;
  const block = blockOf(lines);
  return [...block.above, ...rewrite(block, wanted), ...block.below];
};

const textWith = (text, wanted) => {
  try {
    const lines = rewritten(text.split("\n"), wanted);
    if (lines && same(valueOf(lines), wanted)) return lines.join("\n").trimEnd();
  } catch { /* A file that is written in a way not foreseen here is written anew. */ }
  return linesOf(wanted, 0).join("\n");
};
