import { paths } from '#paths'
import { ListingDeedPage, type ListingDeedProps } from '../review/listing-deed.tsx'

/** One deed on one product. */
export function ProductDeedPage(props: Omit<ListingDeedProps, 'noun' | 'list' | 'back'>) {
  return (
    <ListingDeedPage noun="product" list={paths.products()} back={paths.product(props.view.id)} {...props} />
  )
}
