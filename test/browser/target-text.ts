import type { Page } from 'playwright-core'

/**
 * What a browser marks when it follows a text fragment. No interface tells that, so it is seen: the mark is painted in a
 * colour that nothing else has, and compared pixel by pixel with where the expected words stand.
 */
export const MARK_STYLE = '::target-text { background-color: #f0f; color: #f0f }'
export const LINE_HEIGHT = 24

type Rect = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }
export type Marked = {
  /** Pixels that are marked outside of the expected words. */
  readonly stray: number
  /** Width of the expected words that is not marked, of the line that lacks most; one of edges between two pixels is none. */
  readonly missing: number
  /** How many lines the expected words stand on; 0 when they are not all in the window. */
  readonly lines: number
}

/** `start` and `end` are UTF-16 code units into the only text of the element. */
export async function markedText(
  page: Page,
  { id, start, end }: { readonly id: string; readonly start: number; readonly end: number },
): Promise<Marked> {
  const rects = await page.evaluate<Rect[]>(`(() => {
    const range = document.createRange()
    const text = document.getElementById(${JSON.stringify(id)}).firstChild
    range.setStart(text, ${start})
    range.setEnd(text, ${end})
    return [...range.getClientRects()]
      .filter(({ width }) => width >= 1)
      .map(({ left, right, top, bottom }) => ({ left, right, top, bottom }))
  })()`)
  const height = page.viewportSize()?.height ?? 0
  if (rects.some(({ top, bottom }) => top < 0 || bottom > height)) return { stray: 0, missing: 0, lines: 0 }
  // on a busy machine Chromium sometimes can't paint in time, which says nothing about what it would paint
  const image = await page.screenshot(AS_PAINTED).catch(() => page.screenshot(AS_PAINTED))
  return compare(await readRuns(page, image.toString('base64')), linesOf(rects))
}

const AS_PAINTED = { caret: 'initial' } as const

/** Marked pixels beside each other, half-open. */
type Run = readonly [y: number, from: number, to: number]

/** The marked pixels of an image. */
function readRuns(page: Page, image: string): Promise<Run[]> {
  return page.evaluate(`(async () => {
    const bytes = Uint8Array.from(atob(${JSON.stringify(image)}), character => character.charCodeAt(0))
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
    const context = canvas.getContext('2d')
    context.drawImage(bitmap, 0, 0)
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height)
    const isMarked = i => data[i] > 200 && data[i + 1] < 80 && data[i + 2] > 200
    const runs = []
    for (let y = 0; y < bitmap.height; y++) {
      for (let x = 0; x < bitmap.width; x++) {
        const from = x
        while (x < bitmap.width && isMarked((y * bitmap.width + x) * 4)) x++
        if (x > from) runs.push([y, from, x])
      }
    }
    return runs
  })()`)
}

function compare(runs: readonly Run[], lines: readonly Line[]): Marked {
  const columns = lines.map(() => new Set<number>())
  let stray = 0
  for (const [y, from, to] of runs) {
    const line = lines.findIndex(({ middle }) => Math.abs(y - middle) <= LINE_HEIGHT / 2)
    for (let x = from; x < to; x++) {
      const isInside = lines[line]?.parts.some(({ left, right }) => x >= left - 1.5 && x <= right + 0.5)
      if (isInside) columns[line]?.add(x)
      else stray++
    }
  }
  const missing = lines.map(({ parts }, i) => {
    const wide = parts.reduce((sum, { left, right }) => sum + Math.max(0, right - left - 1), 0)
    return Math.max(0, wide - (columns[i]?.size ?? 0))
  })
  return { stray, missing: Math.max(0, ...missing), lines: lines.length }
}

type Line = { readonly middle: number; readonly parts: Rect[] }

function linesOf(rects: readonly Rect[]): Line[] {
  const lines: Line[] = []
  for (const rect of rects) {
    const middle = (rect.top + rect.bottom) / 2
    const line = lines.find(other => Math.abs(other.middle - middle) < LINE_HEIGHT / 2)
    if (line) line.parts.push(rect)
    else lines.push({ middle, parts: [rect] })
  }
  return lines
}
