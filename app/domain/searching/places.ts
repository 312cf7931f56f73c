import type { DistrictCode } from '../vocabulary.ts'

/** Where something is: degrees, WGS 84. */
export interface Place {
  lat: number
  lng: number
}

/**
 * One place for each district: the seat of its government (of the 经开区's administration), read off public maps and
 * rounded to 0.01°, about a kilometre. Good for "how far about", never for an address.
 */
const places: Readonly<Record<DistrictCode, readonly [lat: number, lng: number]>> = {
  '110101': [39.93, 116.42],
  '110102': [39.91, 116.37],
  '110105': [39.92, 116.44],
  '110106': [39.86, 116.29],
  '110107': [39.91, 116.22],
  '110108': [39.96, 116.3],
  '110109': [39.94, 116.1],
  '110111': [39.75, 116.14],
  '110112': [39.91, 116.66],
  '110113': [40.13, 116.65],
  '110114': [40.22, 116.23],
  '110115': [39.73, 116.34],
  '110116': [40.32, 116.63],
  '110117': [40.14, 117.12],
  '110118': [40.38, 116.84],
  '110119': [40.46, 115.97],
  '110302': [39.8, 116.5],
}

export function placeOf(district: DistrictCode): Place {
  const [lat, lng] = places[district]
  return { lat, lng }
}

const earthRadiusKm = 6371
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Kilometres as the crow flies between two places. */
export function kilometres(one: Place, other: Place): number {
  const [north, east] = [radians(other.lat - one.lat), radians(other.lng - one.lng)]
  const chord =
    Math.sin(north / 2) ** 2 +
    Math.cos(radians(one.lat)) * Math.cos(radians(other.lat)) * Math.sin(east / 2) ** 2
  return 2 * earthRadiusKm * Math.asin(Math.sqrt(Math.min(1, chord)))
}
