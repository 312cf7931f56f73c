import type { Shape } from '../translate.ts'
import type { site as zhSite } from '../zh/site-lists.ts'

export const site: Shape<typeof zhSite> = {
  lists: {
    title: 'Place by place',
    note: 'The narrowest door, the steepest slope and so on follow from these lists',
    lead: 'One row a place. Beside its name leave blank what was not measured: it counts as to be confirmed. Where both a list and a value above are given, the stricter one counts. Blank rows are not saved.',
    hint: {
      rooms: 'Clean and isolation areas too; tick the networks of each area',
      lifts: 'Only lifts that the robot has to take',
      doors: 'Every door on the way; enter 0 where there is no threshold',
      slopes: 'In degrees, or as a ratio such as 1:12',
      shiftTimes: 'A shift that ends before its beginning ends on the next day',
    },
    add: {
      rooms: 'Add an area',
      lifts: 'Add a lift',
      doors: 'Add a door',
      slopes: 'Add a slope',
      shiftTimes: 'Add a shift',
    },
    rowOf: '{list}, row {n}: {field}',
  },
  photos: {
    title: 'Photos and plans of the site',
    note: 'Seen by your organisation only, until a scenario has taken the profile over and says that they go with it',
    none: 'No photos or plans yet',
    share: 'Publish the site photos with the scenario',
    shareHint:
      'Plans too. Otherwise only your organisation and the bureau see them; where the site is kept confidential, verified firms only.',
  },
}
