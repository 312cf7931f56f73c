import type { FieldMetadata } from '@conform-to/react'
import { fundingLevelIds, fundingLevels } from '#domain/products/vocabulary.ts'
import { Select } from '../form/choice.tsx'
import { Field, NumberField } from '../form/field.tsx'
import { FieldErrors } from '../form/field-shell.tsx'
import { useT } from '../shell/dictionary.tsx'
import type { ProductFields } from './form-values.ts'

/** 获得过的财政资金, one row each; a row left blank says nothing, and so does an amount. */
export function GrantFields({ field }: { field: FieldMetadata<ProductFields['grants'], ProductFields> }) {
  const t = useT()
  return (
    <fieldset className="grants" id={field.id} tabIndex={-1}>
      <legend>{t('product.form.grants')}</legend>
      <p className="t13 ink3">{t('product.form.grantsHint')}</p>
      <FieldErrors field={field} />
      {field.getFieldList().map(row => {
        const { programme, level, from, year, amountFen } = row.getFieldset()
        return (
          <div className="form__cols" key={row.key}>
            <Field field={programme} label={t('product.form.grant.programme')} optional />
            <Select
              field={level}
              label={t('product.form.grant.level')}
              empty={t('product.form.choose')}
              options={fundingLevelIds.map(value => ({ value, label: t.pick(fundingLevels[value]) }))}
              optional
            />
            <Field field={from} label={t('product.form.grant.from')} optional />
            <Field field={year} label={t('product.form.grant.year')} inputMode="numeric" optional />
            <NumberField
              field={amountFen}
              label={t('product.form.grant.amountFen')}
              unit={t('product.form.wan')}
              optional
            />
          </div>
        )
      })}
    </fieldset>
  )
}
