import type { BrowserContext, Page } from '@playwright/test'

/** As long as a loaded machine may need for one answer of the server and for drawing it. */
const patienceMs = 45_000

/** To be called before a page is opened: `settled` has to know when a document is about to be replaced. */
export async function watchLeaving(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    window.addEventListener('beforeunload', () => Reflect.set(window, 'isLeaving', true))
  })
}

/**
 * Waits until nothing is on its way any more. What is done to a page before its scripts run may be lost, its address
 * changes before it is drawn, and its old heading stands while a form is being answered; after this, what is seen is
 * the answer. For pages with scripts, in contexts that `watchLeaving` watches.
 */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(rests, undefined, { timeout: patienceMs })
}

/** Runs in the page. */
async function rests(): Promise<boolean> {
  const isIdle = () => {
    const router = Reflect.get(window, '__remixRouter')
    // The router gives the scroll position into its own hands once its first page is alive.
    const isAlive = router?.state.initialized === true && history.scrollRestoration === 'manual'
    return (
      isAlive &&
      Reflect.get(window, 'isLeaving') !== true &&
      router.state.navigation.state === 'idle' &&
      router.state.revalidation === 'idle' &&
      [...router.state.fetchers.values()].every(({ state }) => state === 'idle')
    )
  }
  if (!isIdle()) return false
  // React draws what the router has in pieces, and what its effects ask for comes after; this comes when they are done.
  // An idle callback would say the same, but has been seen to come after seconds only.
  const turn = () => Reflect.get(window, 'scheduler').postTask(() => {}, { priority: 'background' })
  await turn()
  await turn()
  return isIdle()
}
