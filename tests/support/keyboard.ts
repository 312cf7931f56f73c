import { expect, type Locator, type Page } from '@playwright/test'
import type { Filling } from './forms.ts'
import { settled } from './settled.ts'

/** More than this many stops before the text, and the link to the text is the shorter way. */
const farAway = 5
const rounds = 6

/** Moves the focus to a control with Tab alone, from wherever it is; whatever it passes must show that it has it. */
export async function reach(target: Locator): Promise<void> {
  const page = target.page()
  let walk = await target.evaluate(setOut)
  if (walk.isOutside && walk.steps > farAway) walk = await skipAhead(target)
  // The distance is a guess: where the focus starts after a navigation, only the browser knows. Then it goes on.
  for (let round = 0; round < rounds && walk.steps !== 0; round++) {
    await times(page, walk.steps > 0 ? 'Tab' : 'Shift+Tab', walk.steps)
    walk = await target.evaluate(lookAround)
  }
  const { way, unseen, steps, cover } = walk
  expect(steps, `the focus never came to ${target}; it passed ${way.join(' › ')}`).toBe(0)
  expect(unseen, `the focus is not to be seen on ${page.url()}`).toEqual([])
  if (cover === null) return
  // The page may still be scrolling to it.
  const covered = async () => (await target.evaluate(lookAround)).cover
  await expect.poll(covered, { message: `${target} has the focus under something else` }).toBeNull()
}

/** Goes to a link or button, presses Enter and waits for the answer. */
export async function enter(target: Locator): Promise<void> {
  await reach(target)
  await target.page().keyboard.press('Enter')
  await settled(target.page())
}

/** Fills the controls of a form by name, as `fill` does, with the keyboard alone. */
export async function typeInto(form: Locator, filling: Filling): Promise<void> {
  for (const [name, value] of Object.entries(filling)) {
    const control = form.locator(`[name="${name}"]`)
    const [tag, type] = await control.first().evaluate(each => [each.tagName, each.getAttribute('type')])
    if (type === 'checkbox') await tick(control, value)
    else if (type === 'radio') await turnTo(control, String(value))
    else if (tag === 'SELECT') await scrollTo(control, String(value))
    else await write(control, String(value))
  }
}

async function tick(boxes: Locator, value: string | boolean): Promise<void> {
  const box = typeof value === 'string' ? boxes.and(boxes.page().locator(`[value="${value}"]`)) : boxes
  await reach(box)
  const wanted = value !== false
  if ((await box.isChecked()) !== wanted) await box.page().keyboard.press('Space')
  await expect(box).toBeChecked({ checked: wanted })
}

/** A group of radio buttons is one stop; the arrows turn within it. */
async function turnTo(group: Locator, value: string): Promise<void> {
  const page = group.page()
  const [values, chosen] = await group.evaluateAll(all => {
    const radios = all.filter(each => each instanceof HTMLInputElement)
    return [radios.map(each => each.value), radios.findIndex(each => each.checked)] as const
  })
  const [from, to] = [Math.max(chosen, 0), values.indexOf(value)]
  await reach(group.nth(from))
  if (chosen < 0) await page.keyboard.press('Space')
  await times(page, to > from ? 'ArrowDown' : 'ArrowUp', to - from)
  await expect(group.nth(to)).toBeChecked()
}

async function scrollTo(list: Locator, value: string): Promise<void> {
  await reach(list)
  const [from, to, last] = await list.evaluate((each, wanted) => {
    if (!(each instanceof HTMLSelectElement)) throw new Error('not a list')
    const values = [...each.options].map(option => option.value)
    return [each.selectedIndex, values.indexOf(wanted), values.length - 1] as const
  }, value)
  const page = list.page()
  if (last - to < Math.abs(to - from)) {
    await page.keyboard.press('End')
    await times(page, 'ArrowUp', last - to)
  } else await times(page, to > from ? 'ArrowDown' : 'ArrowUp', to - from)
  await expect(list).toHaveValue(value)
}

/** As an input method does it: the whole text at once. */
async function write(field: Locator, text: string): Promise<void> {
  await reach(field)
  await field.page().keyboard.press('ControlOrMeta+A')
  await field.page().keyboard.insertText(text)
  await expect(field).toHaveValue(text)
}

async function times(page: Page, key: string, count: number): Promise<void> {
  for (let n = Math.abs(count); n > 0; n--) await page.keyboard.press(key)
}

/** From before the text, a reader takes the link that leads to it. */
async function skipAhead(target: Locator): Promise<Walked> {
  const page = target.page()
  await page.keyboard.press('Tab')
  if (await page.locator('.skip').evaluate(each => each === document.activeElement))
    await page.keyboard.press('Enter')
  return target.evaluate(lookAround)
}

interface Walked {
  /** How many stops lie between the focus and the control, negative when it lies behind; 0 when it has the focus. */
  steps: number
  /** The focus is nowhere yet, and the control is in the text. */
  isOutside: boolean
  /** What the focus passed, and what of that did not show it. */
  way: string[]
  unseen: string[]
  /** What lies over the control. */
  cover: string | null
}

const lookAround = (target: Element): Walked => Reflect.get(window, 'walk').look(target)

/** Runs in the page: from now on it keeps what the focus passes, and can tell where a control lies. */
function setOut(goal: Element): Walked {
  const stopsAt = 'a[href], button, input, select, textarea, summary, [tabindex]'
  const way: string[] = []
  const unseen: string[] = []
  const pass = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement)) return
    const words = target.getAttribute('aria-label') ?? target.getAttribute('name') ?? target.textContent ?? ''
    const name = `${target.tagName.toLowerCase()} “${words.trim().slice(0, 30)}”`
    way.push(name)
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(target)
    const isMarked = (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'
    const { width, height } = target.getBoundingClientRect()
    if (target.tabIndex >= 0 && !(isMarked && width > 1 && height > 1)) unseen.push(name)
  }
  /** Of a group of radio buttons, the chosen one or the first is a stop. */
  const isStop = (each: HTMLElement, target: Element) => {
    if (each.tabIndex < 0 || each.matches(':disabled')) return false
    if (!each.checkVisibility({ visibilityProperty: true })) return false
    if (!(each instanceof HTMLInputElement) || each.type !== 'radio' || each === target) return true
    const all = document.querySelectorAll<HTMLInputElement>(`input[name="${CSS.escape(each.name)}"]`)
    const group = [...all].filter(other => other.form === each.form)
    return each === (group.find(other => other.checked) ?? group[0])
  }
  const stepsTo = (target: Element): number => {
    const here = document.activeElement ?? document.body
    if (here === target) return 0
    const all: Element[] = [...document.querySelectorAll<HTMLElement>(stopsAt)].filter(each =>
      isStop(each, target),
    )
    const behind = Node.DOCUMENT_POSITION_FOLLOWING
    const past = all.filter(each => each === here || each.compareDocumentPosition(here) & behind)
    return all.indexOf(target) - (here === document.body ? -1 : past.length - 1)
  }
  const coverOf = (target: Element): string | null => {
    const { left = 0, top = 0, width = 0, height = 0 } = target.getClientRects()[0] ?? {}
    // Its head is enough: of a tall field a browser brings the line of the caret into the window.
    const parts = [0.5, 0.1].map(part => document.elementFromPoint(left + width * part, top + height * part))
    if (parts.some(above => above && (target.contains(above) || above.contains(target)))) return null
    return parts[0]?.outerHTML.slice(0, 120) ?? 'the edge of the window'
  }
  const look = (target: Element) => {
    const isOutside = document.activeElement === document.body && target.closest('main') !== null
    return { steps: stepsTo(target), isOutside, way, unseen, cover: coverOf(target) }
  }
  const before = Reflect.get(window, 'walk')
  if (before) document.removeEventListener('focusin', before.pass)
  document.addEventListener('focusin', pass)
  Reflect.set(window, 'walk', { look, pass })
  return look(goal)
}
