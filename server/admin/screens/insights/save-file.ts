/** Hands a file that was made in the browser to whoever looks at it. */
function save(name: string, content: Blob) {
  const address = URL.createObjectURL(content)
  const link = Object.assign(document.createElement('a'), { href: address, download: name })
  link.click()
  URL.revokeObjectURL(address)
}

export type Raw = string | number | null

/** What begins like a formula would be reckoned by who opens it: an apostrophe makes it words (OWASP, CSV injection). */
function csvCell(value: Raw) {
  if (typeof value !== 'string') return String(value ?? '')
  const words = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return `"${words.replaceAll('"', '""')}"`
}

/** With a byte order mark, without which Excel loses the tone marks. */
export function saveCsv(name: string, rows: Raw[][]) {
  const lines = rows.map((row) => `${row.map(csvCell).join(',')}\r\n`)
  save(`${name}.csv`, new Blob(['\uFEFF', ...lines], { type: 'text/csv;charset=utf-8' }))
}

/** A drawing as a picture of twice its size, on white. */
export async function savePicture(name: string, drawing: SVGSVGElement) {
  const [width, height] = [Number(drawing.getAttribute('width')), Number(drawing.getAttribute('height'))]
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(drawing))}`
  await image.decode()
  const canvas = Object.assign(document.createElement('canvas'), { width: width * 2, height: height * 2 })
  const pen = canvas.getContext('2d')!
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.drawImage(image, 0, 0, canvas.width, canvas.height)
  const picture = await new Promise<Blob | null>((made) => canvas.toBlob(made, 'image/png'))
  if (picture) save(`${name}.png`, picture)
}
