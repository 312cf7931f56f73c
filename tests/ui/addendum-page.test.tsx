import { expect, it } from 'vitest'
import { ok } from '#domain/shared/verdict.ts'
import { AddendumPage } from '#ui/scenarios/addendum-form.tsx'
import { render } from '../support/render.tsx'

const file = (n: number, name: string) => ({
  ...{ id: `00000000-0000-7000-8000-00000000000${n}`, name, kind: 'pdf' as const, bytes: 2048 },
  ...{ purpose: 'drawing' as const, createdAt: '2026-11-02T01:00:00Z', scan: 'off' as const },
  ...{ open: true, picture: null },
})
const waiting = (n: number, name: string, more: { isOwn: boolean; replaces: string | null }) => ({
  ...{ ...file(n, name), by: '示例医院 设备处', ...more },
})
const sheet = {
  ...{ id: '00000000-0000-7000-8000-000000000099', rev: 3, number: 'CJ-2026-0001', title: '病区夜间消毒' },
  content: {
    tasks: [],
    requirements: [{ criterion: 'autoCharging' as const, necessity: 'should' as const, value: true }],
    metrics: [],
  },
  ...{ bidDeadline: new Date('2026-12-05T09:00:00Z'), keeps: 5, formKey: 'key', can: ok },
  files: {
    current: [file(1, '平面图.pdf')],
    waiting: [
      waiting(2, '新平面图.pdf', { isOwn: true, replaces: file(1, '').id }),
      waiting(3, '同事的.pdf', { isOwn: false, replaces: null }),
    ],
    ...{ room: 8, fileKey: 'file-key' },
  },
}
const page = render(<AddendumPage sheet={sheet} answer={undefined} />)
const chosen = (n: number) =>
  new RegExp(`name="fates\\.[0-9a-f-]+${n}"[^>]*>.*?<option value="([^"]+)" selected=""`).exec(page)?.[1]

it('sends the value of a yes-or-no need that it shows by its name alone', () => {
  expect(page).toMatch(/<input type="hidden" name="requirements\[0\]\.value"[^>]* value="true"/)
})

it('keeps what is there, publishes what the reader uploaded for it, and a colleague’s only when asked to', () => {
  expect([chosen(1), chosen(2), chosen(3)]).toEqual(['keep', file(1, '').id, 'hold'])
})

it('sends files along, after everything that is typed', () => {
  expect(page).toContain('encType="multipart/form-data"')
  const upload = page.indexOf('type="file"')
  const last = Math.max(
    page.lastIndexOf('<textarea'),
    page.lastIndexOf('<select'),
    page.lastIndexOf('type="text"'),
  )
  expect(upload).toBeGreaterThan(last)
  expect(page.indexOf('name="act" value="stay"')).toBeLessThan(page.indexOf('name="__intent__"'))
})
