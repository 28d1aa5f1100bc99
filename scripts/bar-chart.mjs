const [WIDTH, LABEL, VALUE, BAR, GAP, TOP] = [720, 150, 90, 24, 12, 44];

/** @param {string} text */
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/**
 * A chart of lying bars as SVG, readable in light and dark.
 * @param {string} title
 * @param {Readonly<Record<string, number>>} numbers by what they are called
 * @param {string} unit
 */
export function barChart(title, numbers, unit) {
  const entries = Object.entries(numbers);
  const most = Math.max(...entries.map(([, value]) => value));
  const height = TOP + entries.length * (BAR + GAP);
  const told = entries.map(([name, value]) => `${name} ${Math.round(value)} ${unit}`).join(', ');
  const bars = entries.map(([name, value], index) => {
    const y = TOP + index * (BAR + GAP);
    const width = Math.max(2, (value / most) * (WIDTH - LABEL - VALUE));
    const kind = name.startsWith('ours') ? 'ours' : 'other';
    return [
      `<text x="${LABEL - 10}" y="${y + BAR / 2}" text-anchor="end" dominant-baseline="central">${escaped(name)}</text>`,
      `<rect class="${kind}" x="${LABEL}" y="${y}" width="${width.toFixed(1)}" height="${BAR}" rx="4"/>`,
      `<text x="${(LABEL + width + 8).toFixed(1)}" y="${y + BAR / 2}" dominant-baseline="central">${value < 10 ? value.toFixed(1) : Math.round(value)} ${unit}</text>`
    ].join('');
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="t d" font-family="system-ui, sans-serif" font-size="14">
<title id="t">${escaped(title)}</title><desc id="d">${escaped(told)}</desc>
<style>text{fill:#10262b}.ours{fill:#0b4f5c}.other{fill:#9aaeb1}svg{background:#f7f6f1}@media(prefers-color-scheme:dark){text{fill:#ecf3f2}.ours{fill:#7cd0da}.other{fill:#4f6b70}svg{background:#0c1517}}</style>
<text x="16" y="26" font-weight="600">${escaped(title)}</text>
${bars.join('\n')}
</svg>
`;
}
