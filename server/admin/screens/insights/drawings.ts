const space = 'http://www.w3.org/2000/svg'
const styles = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-dasharray', 'opacity']
const lettering = ['font-size', 'font-weight', 'text-anchor']

/** A chart with its looks written into it, so that it looks the same without the page's style sheets. */
export function drawingOfChart(chart: SVGSVGElement): SVGSVGElement {
  const copy = chart.cloneNode(true) as SVGSVGElement
  const originals = [chart, ...chart.querySelectorAll('*')]
  const copies = [copy, ...copy.querySelectorAll('*')]
  for (const [i, original] of originals.entries()) {
    const looks = getComputedStyle(original)
    const said = [...styles, ...lettering].map((name) => `${name}:${looks.getPropertyValue(name)}`)
    copies[i]!.setAttribute('style', `${said.join(';')};font-family:sans-serif`)
  }
  const { width, height } = chart.getBoundingClientRect()
  return sized(copy, width, height)
}

/** A table as a drawing: each cell where it stands, with its ground and its words. */
export function drawingOfTable(table: HTMLTableElement): SVGSVGElement {
  const drawing = document.createElementNS(space, 'svg')
  const all = table.getBoundingClientRect()
  for (const cell of table.querySelectorAll<HTMLElement>('th, td')) {
    const { left, top, width, height } = cell.getBoundingClientRect()
    const [x, y] = [left - all.left, top - all.top]
    const looks = getComputedStyle(cell)
    drawing.append(
      shape('rect', { x, y, width, height, fill: looks.backgroundColor, stroke: '#e7e5e4' }),
      ...cell.innerText.split('\n').map((line, i, lines) =>
        shape(
          'text',
          {
            ...{ x: x + 8, y: y + height / 2 + 4 + (i - (lines.length - 1) / 2) * 16, fill: looks.color },
            ...{ 'font-size': looks.fontSize, 'font-weight': looks.fontWeight, 'font-family': 'sans-serif' },
          },
          line,
        ),
      ),
    )
  }
  return sized(drawing, all.width, all.height)
}

function shape(kind: string, attributes: Record<string, string | number>, words = '') {
  const made = document.createElementNS(space, kind)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value))
  made.textContent = words
  return made
}

function sized(drawing: SVGSVGElement, width: number, height: number) {
  drawing.setAttribute('xmlns', space)
  drawing.setAttribute('width', String(Math.ceil(width)))
  drawing.setAttribute('height', String(Math.ceil(height)))
  return drawing
}
