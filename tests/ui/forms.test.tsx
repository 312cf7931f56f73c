import { parse } from '@conform-to/react'
import { describe, expect, it } from 'vitest'
import { Check, RadioGroup, Select } from '#ui/form/choice.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import { Field, NumberField } from '#ui/form/field.tsx'
import type { FieldMeta } from '#ui/form/field-meta.ts'
import { ListField } from '#ui/form/list-field.tsx'
import { render } from '../support/render.tsx'

const meta = (rest: Partial<FieldMeta> = {}): FieldMeta => ({
  id: 'f-title',
  errorId: 'f-title-error',
  descriptionId: 'f-title-description',
  name: 'title',
  formId: 'f',
  ...rest,
})

describe('a field', () => {
  it('keeps what was typed and says what is wrong, tied to its control', () => {
    const field = meta({ initialValue: '５０ｋｇ', errors: ['field.tooLong|max=120'] })
    const markup = render(<Field field={field} label="标题" hint="一句话" />)
    expect(markup).toContain('value="５０ｋｇ"')
    expect(markup).toContain('最多 120 个字')
    expect(markup).toContain('aria-invalid="true"')
    expect(markup).toContain('aria-describedby="f-title-description f-title-error"')
    expect(markup).toContain('data-invalid')
    expect(markup).toContain('<label for="f-title">')
  })

  it('never writes a password back', () => {
    expect(
      render(<Field field={meta({ initialValue: 'secret' })} kind="password" label="口令" />),
    ).not.toContain('secret')
  })

  it('takes numbers as text, so that full-width digits reach the server', () => {
    const markup = render(<NumberField field={meta()} label="载重" unit="kg" />)
    expect(markup).toContain('type="text"')
    expect(markup).toContain('inputMode="decimal"')
    expect(markup).toContain('<span>kg</span>')
  })

  it('speaks the reader’s language', () => {
    expect(render(<Field field={meta({ errors: ['field.required'] })} label="Title" />, 'en')).toContain(
      'required',
    )
  })
})

describe('choices', () => {
  const options = [
    { value: 'must', label: '必须' },
    { value: 'should', label: '期望' },
  ]

  it('start as they were sent', () => {
    expect(
      render(<RadioGroup field={meta({ initialValue: 'should' })} label="类型" options={options} />),
    ).toMatch(/value="should"[^>]*checked|checked[^>]*value="should"/)
    expect(
      render(<Select field={meta({ initialValue: 'should' })} label="类型" options={options} />),
    ).toContain('<option value="should" selected="">')
    expect(render(<Check field={meta({ initialValue: 'on' })} label="接受" />)).toContain('checked')
    expect(render(<Check field={meta()} label="接受" />)).not.toContain('checked')
  })
})

describe('an error summary', () => {
  const form = { id: 'f', allErrors: { 'metrics[1].target': ['field.required'], '': ['field.invalid'] } }

  it('links each error to its field and names the row', () => {
    const markup = render(<ErrorSummary form={form} labels={{ 'metrics[].target': '目标' }} />)
    expect(markup).toContain('还有 2 处要改')
    expect(markup).toContain('href="#f-metrics[1].target"')
    expect(markup).toContain('第 2 条 目标：这一项必填')
  })

  it('is absent when nothing is wrong', () => {
    expect(render(<ErrorSummary form={{ id: 'f', allErrors: {} }} />)).toBe('')
  })
})

describe('a list field', () => {
  const list = {
    ...meta({ name: 'metrics', id: 'f-metrics' }),
    getFieldList: () => [{ key: '1' }, { key: '2' }],
  }
  const markup = render(
    <ListField field={list} label="指标" add="加一条" min={1}>
      {(_, index) => <input name={`metrics[${index}].name`} />}
    </ListField>,
  )
  const intents = [...markup.matchAll(/name="__intent__" value="([^"]+)"/g)].map(([, value = '']) =>
    value.replaceAll('&quot;', '"'),
  )

  /** What conform makes of the form when this button sends it without JavaScript. */
  function sent(intent: string) {
    const form = new FormData()
    form.append('metrics[0].name', '准时送达率')
    form.append('metrics[1].name', '人工介入')
    form.append('__intent__', intent)
    return parse(form, { resolve: () => ({ error: {} }) }).payload.metrics
  }

  it('has a button to remove each row and one to add a row', () => {
    expect(intents).toHaveLength(3)
  })

  it('sends intents that conform understands, keeping what was typed', () => {
    expect(sent(intents[0] ?? '')).toEqual([{ name: '人工介入' }])
    expect(sent(intents[1] ?? '')).toEqual([{ name: '准时送达率' }])
    expect(sent(intents[2] ?? '')).toMatchObject([{ name: '准时送达率' }, { name: '人工介入' }, undefined])
  })

  it('keeps its smallest number of rows', () => {
    const one = { ...list, getFieldList: () => [{ key: '1' }] }
    const least = render(
      <ListField field={one} label="指标" add="加一条" min={1}>
        {() => null}
      </ListField>,
    )
    expect(least).not.toContain('remove')
  })
})
