import { paths } from '#paths'
import { useT } from './dictionary.tsx'
import { Link } from './link.tsx'
import { type Theme, ThemeChoice } from './preferences.tsx'

export interface FooterProps {
  /** The server's clock, in ISO text. */
  asOf: string | null
  here: string
  theme: Theme
  wide?: boolean
}

/** What the data is and is not, and how to check it. */
export function Footer({ asOf, here, theme, wide }: FooterProps) {
  const t = useT()
  return (
    <footer className="foot">
      <div className={wide ? 'wrap wrap--wide' : 'wrap'}>
        <p>{t('common.footer.note')}</p>
        <ul>
          <li>
            <Link href={paths.formula()}>{t('common.footer.formula')}</Link>
          </li>
          <li>
            <Link href={paths.risk()}>{t('common.footer.risk')}</Link>
          </li>
          <li>
            <Link href={paths.dataDefinitions()}>{t('common.footer.data')}</Link>
          </li>
          <li>
            <Link href={paths.openData()}>{t('common.footer.open')}</Link>
          </li>
          <li>
            <Link href={paths.privacy()}>{t('common.footer.privacy')}</Link>
          </li>
          <li>
            <Link href={paths.accessibility()}>{t('common.footer.accessibility')}</Link>
          </li>
        </ul>
        <div className="foot__last">
          {asOf && <p className="num">{t('common.footer.asOf', { time: t.dateTime(asOf) })}</p>}
          <ThemeChoice here={here} theme={theme} />
        </div>
      </div>
    </footer>
  )
}
