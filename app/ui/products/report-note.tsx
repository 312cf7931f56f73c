import { Icon } from '../primitives/icon.tsx'
import { useT } from '../shell/dictionary.tsx'

/** 公开报道案例: where it was read, and what that means. */
export function ReportNote({ sourceUrl }: { sourceUrl: string | null }) {
  const t = useT()
  return (
    <>
      <h3 className="aside__head">{t('product.part.source')}</h3>
      <p className="t13 ink2">{t('product.part.report')}</p>
      {sourceUrl ? (
        <p className="t14 mt2">
          <a href={sourceUrl} rel="noopener noreferrer nofollow">
            {t('product.part.readReport')} <Icon name="external" />
          </a>
        </p>
      ) : (
        <p className="t14 mt2 ink3">{t('product.part.noReport')}</p>
      )}
    </>
  )
}
