import { useT } from '../shell/dictionary.tsx'
import { Phrases } from '../shell/phrases.tsx'

const stops = ['scenario', 'match', 'bid', 'select', 'pilot', 'accept', 'reward', 'catalog'] as const

/** From scenario to catalog in eight stops; demand and supply join at the second. */
export function TripLine() {
  const t = useT()
  return (
    <ol className="trip">
      {stops.map(stop => (
        <li key={stop} data-joint={stop === 'match' ? '' : undefined}>
          <b>{t(`common.trip.${stop}`)}</b> <span className="who">{t(`common.trip.${stop}Who`)}</span>
          <p>
            <Phrases>{t(`common.trip.${stop}What`)}</Phrases>
          </p>
        </li>
      ))}
    </ol>
  )
}
