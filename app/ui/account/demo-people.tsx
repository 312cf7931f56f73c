import { demoPassword, demoPersonField } from '#domain/accounts/demo.ts'
import { type OfficerRole, officerRoles } from '#domain/vocabulary.ts'
import { paths } from '#paths'
import { SubmitButton } from '../form/submit-button.tsx'
import { nameOf } from '../scenarios/words.ts'
import { useT } from '../shell/dictionary.tsx'

export interface DemoPersonView {
  email: string
  name: string
  part: 'demand' | 'supply' | 'bureau' | 'expert'
  organization: { name: string; nameEn: string | null } | null
  office: OfficerRole | null
}

const parts = ['demand', 'supply', 'bureau', 'expert'] as const

/** Everybody one can be in a demo, by the part they play: one press signs in. */
export function DemoPeople({ people, next }: { people: readonly DemoPersonView[]; next?: string }) {
  const t = useT()
  return (
    <>
      <p className="t14 ink2">{t('account.demo.text', { password: demoPassword })}</p>
      {parts.map(part => {
        const cast = people.filter(person => person.part === part)
        if (cast.length === 0) return null
        return (
          <section key={part} className="cast" aria-labelledby={`cast-${part}`}>
            <h3 id={`cast-${part}`}>{t(`account.demo.part.${part}`)}</h3>
            <p className="t13 ink3">{t(`account.demo.does.${part}`)}</p>
            <ul>
              {cast.map(person => (
                <DemoPerson key={person.email} person={person} next={next} />
              ))}
            </ul>
          </section>
        )
      })}
    </>
  )
}

function DemoPerson({ person, next }: { person: DemoPersonView; next?: string }) {
  const t = useT()
  const { email, name, organization, office } = person
  const where = organization ? nameOf(t, organization) : office ? t.pick(officerRoles[office]) : name
  return (
    <li>
      <div>
        <b>{where}</b>
        <span className="t13 ink3">
          {name} · {email}
        </span>
      </div>
      <form method="post" action={paths.signIn(next)}>
        <SubmitButton
          look="line"
          size="sm"
          name={demoPersonField}
          value={email}
          aria-label={t('account.demo.enterAs', { who: where })}
        >
          {t('account.demo.enter')}
        </SubmitButton>
      </form>
    </li>
  )
}
