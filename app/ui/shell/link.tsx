import { type ComponentType, createContext, type ReactNode, useContext } from 'react'

export interface AnchorProps extends React.AnchorHTMLAttributes<HTMLAnchorElement> {
  href: string
}

interface Navigation {
  /** Draws a link inside the site; the root puts the router's own link here, so that `ui` does not know the router. */
  Anchor: ComponentType<AnchorProps>
  /** Whether a page or a form is on its way to the server. */
  state: 'idle' | 'loading' | 'submitting'
  /** Opens an address of the site as a link would; with `stay` the page keeps its place under the reader's eyes. */
  go: (href: string, options?: { stay?: boolean }) => void
}

const NavigationContext = createContext<Navigation>({
  Anchor: props => <a {...props} />,
  state: 'idle',
  go: href => window.location.assign(href),
})

export function NavigationProvider({ value, children }: { value: Navigation; children: ReactNode }) {
  return <NavigationContext.Provider value={value}>{children}</NavigationContext.Provider>
}

export function useNavigationState(): Navigation['state'] {
  return useContext(NavigationContext).state
}

export function useGo(): Navigation['go'] {
  return useContext(NavigationContext).go
}

/** A link to the same page with more or less of it shown: the page keeps its place under the reader's eyes. */
export function StayLink({ href, ...rest }: AnchorProps) {
  const go = useGo()
  const stay = (event: React.MouseEvent) => {
    // A new tab is the browser's own.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return
    event.preventDefault()
    // The place in the address is for who comes from elsewhere: here it would move the page.
    go(href.replace(/#.*/, ''), { stay: true })
  }
  return <Link href={href} onClick={stay} {...rest} />
}

/** A link. Addresses inside the site go through the router, others straight to the browser. */
export function Link(props: AnchorProps) {
  const { Anchor } = useContext(NavigationContext)
  const inside = props.href.startsWith('/') && !props.href.startsWith('//') && props.download === undefined
  return inside ? <Anchor {...props} /> : <a {...props} />
}
