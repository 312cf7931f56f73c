import { EventEmitter } from 'node:events'
import { expect, it } from 'vitest'
import { openAside } from '#http/aside.ts'

/** An answer as far as the aside looks at it. */
function openAnswer() {
  const line = new EventEmitter()
  const answer = {
    closed: false,
    once: (event: string, listener: () => void) => line.once(event, listener),
    close: () => {
      answer.closed = true
      line.emit('close')
    },
  }
  return answer
}

it('begins work when the answer is out, or at once where it is already, and stopping waits for it', async () => {
  const aside = openAside()
  const [answer, gone] = [openAnswer(), openAnswer()]
  gone.close()
  const done: string[] = []
  let finish = () => {}
  const slow = new Promise<void>(resolve => {
    finish = resolve
  })
  const work = (name: string) => async () => {
    done.push(name)
    await slow
    done.push(`${name} over`)
  }
  aside.after(answer as never, work('after'))
  expect(done).toEqual([])
  aside.after(gone as never, work('late'))
  answer.close()
  expect(done).toEqual(['late', 'after'])
  const settled = aside.settled().then(() => done.push('settled'))
  finish()
  await settled
  expect(done).toEqual(['late', 'after', 'late over', 'after over', 'settled'])
})

it('is not stopped by work that fails', async () => {
  const aside = openAside()
  const gone = openAnswer()
  gone.close()
  aside.after(gone as never, () => Promise.reject(new Error('no')))
  await expect(aside.settled()).resolves.toBeUndefined()
})
