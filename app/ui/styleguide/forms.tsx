import { useForm } from '@conform-to/react'
import { Check, CheckGroup, RadioGroup, Select } from '../form/choice.tsx'
import { ErrorSummary } from '../form/error-summary.tsx'
import { Field, NumberField, TextArea } from '../form/field.tsx'
import { FormKey } from '../form/form-key.tsx'
import { ListField } from '../form/list-field.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { Actions } from '../primitives/button.tsx'
import { Part } from './sheet.tsx'

interface SampleForm {
  payload: string
  domain: string
  uscc: string
  pain: string
  accepts: string
  kind: string
  forms: string[]
  metrics: { name: string; target: string }[]
}

/** Every form part, with typed values and errors as they come back from the server. */
export function Forms({ id }: { id: string }) {
  const [form, fields] = useForm<SampleForm>({
    id,
    defaultValue: {
      payload: '50',
      domain: 'healthcare',
      accepts: 'on',
      kind: 'must',
      forms: ['rental'],
      metrics: [{ name: '准时送达率', target: '95' }, { name: '人工介入' }],
    },
    lastResult: {
      status: 'error',
      initialValue: {
        payload: '50',
        uscc: '91110105MA01ABCD2X',
        domain: 'healthcare',
        accepts: 'on',
        kind: 'must',
        forms: ['rental'],
        metrics: [{ name: '准时送达率', target: '95' }, { name: '人工介入' }],
      },
      error: { uscc: ['field.uscc'], 'metrics[1].target': ['field.required'] },
      state: { validated: { uscc: true, 'metrics[1].target': true } },
    },
  })
  return (
    <Part name="表单 Field · NumberField · Select · TextArea · Check · RadioGroup · CheckGroup · ListField · ErrorSummary">
      <form
        id={form.id}
        method="post"
        action="/parts"
        onSubmit={form.onSubmit}
        noValidate={form.noValidate}
        className="form"
      >
        <ErrorSummary form={form} labels={{ uscc: '统一社会信用代码', 'metrics[].target': '目标' }} />
        <FormKey value="sample" />
        <div className="form__cols">
          <NumberField field={fields.payload} label="载重" unit="kg" hint="含箱体内物品，不含自重" />
          <Select
            field={fields.domain}
            label="领域"
            options={[
              { value: 'healthcare', label: '智慧医疗' },
              { value: 'logistics', label: '智慧物流' },
            ]}
          />
          <Field field={fields.uscc} label="统一社会信用代码" />
          <TextArea
            field={fields.pain}
            label="现状与痛点"
            optional
            placeholder="现在谁在做，一天几次，慢在哪里"
          />
          <RadioGroup
            field={fields.kind}
            label="类型"
            row
            options={[
              { value: 'must', label: '必须' },
              { value: 'should', label: '期望' },
            ]}
          />
          <CheckGroup
            field={fields.forms}
            label="合作方式"
            row
            options={[
              { value: 'purchase', label: '购买' },
              { value: 'rental', label: '租用' },
            ]}
          />
        </div>
        <Check field={fields.accepts} label="接受未定型产品" hint="首试首用的奖励只给未定型产品" />
        <ListField field={fields.metrics} label="验收指标" hint="至少三条，写明测法" add="加一条指标" min={1}>
          {item => {
            const metric = item.getFieldset()
            return (
              <>
                <Field field={metric.name} label="指标" />
                <NumberField field={metric.target} label="目标" unit="%" />
              </>
            )
          }}
        </ListField>
        <Actions>
          <SubmitButton>提交</SubmitButton>
          <SubmitButton look="line" name="intent" value="draft">
            存草稿
          </SubmitButton>
        </Actions>
      </form>
    </Part>
  )
}
