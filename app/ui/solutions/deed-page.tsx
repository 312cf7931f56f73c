import { paths } from '#paths'
import { ListingDeedPage, type ListingDeedProps } from '../review/listing-deed.tsx'

/** One deed on one solution. */
export function SolutionDeedPage(props: Omit<ListingDeedProps, 'noun' | 'list' | 'back'>) {
  return (
    <ListingDeedPage
      noun="solution"
      list={paths.solutions()}
      back={paths.solution(props.view.id)}
      {...props}
    />
  )
}
