import { type PriceField, priceBases, priceBasisIds } from '#domain/products/prices.ts'
import { NumberField } from '../form/field.tsx'
import type { FieldMeta } from '../form/field-meta.ts'
import { useT } from '../shell/dictionary.tsx'

/** 价格 by what is paid for: bought once, or let by the month, each a band of its own. */
export function PriceFields({ fields }: { fields: Record<PriceField, FieldMeta> }) {
  const t = useT()
  return (
    <>
      {priceBasisIds.map(basis => {
        const { from, to } = priceBases[basis]
        return (
          <fieldset key={basis} className="pricefields" aria-describedby={`product-prices-${basis}`}>
            <legend>{t(`product.prices.${basis}.title`)}</legend>
            <p className="hint" id={`product-prices-${basis}`}>
              {t(`product.prices.${basis}.hint`)}
            </p>
            <div className="form__cols">
              {[from, to].map(end => (
                <NumberField
                  key={end}
                  field={fields[end]}
                  label={t(`product.prices.field.${end}`)}
                  unit={t(`product.prices.${basis}.unit`)}
                  optional
                />
              ))}
            </div>
          </fieldset>
        )
      })}
    </>
  )
}
