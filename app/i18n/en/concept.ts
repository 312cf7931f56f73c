/** The concept table: one thing, all its names. */
export const concept = {
  title: 'Concept table',
  lead: 'One thing often goes by several names. Searching for one of them also finds the scenarios, products and catalog entries that use another. These are all the names the platform knows.',
  facts: {
    count: '{n} concepts',
    version: 'Version {version}',
    since: 'In use since {day}',
    builtIn: 'Supplied with the platform',
  },
  find: 'Look up a name',
  go: 'Look up',
  found_one: '{n} concept with “{q}” in a name',
  found_other: '{n} concepts with “{q}” in a name',
  none: 'No name contains “{q}”',
  noneText: 'Try another spelling, or see them all.',
  all: 'See all concepts',
  list: 'All concepts',
  column: { concept: 'Concept', names: 'Other names', note: 'Note' },
  noEnglish: 'No English name recorded',
  noNames: 'No other names',
  kind: { synonym: 'Synonym', abbreviation: 'Abbreviation', english: 'English', misspelling: 'Misspelling' },
  search: 'Search',
  progress: {
    title: 'Search index update',
    waiting: 'A new version is published; the index is about to follow.',
    running:
      'The index is following version {version}: {done} of {total} documents done. Old and new names both find things meanwhile.',
    done: 'The index follows version {version}; {done} documents were updated.',
    label: 'Progress of the index update',
  },
  act: {
    propose: 'New concept',
    addName: 'Add a name',
    edit: 'Rename',
    proposals: 'Proposed changes',
    waiting: '{n} for review',
  },
}
