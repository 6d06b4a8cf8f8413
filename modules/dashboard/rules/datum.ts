type Point = readonly [number, number]

// The published approximation of GCJ-02 on the Krasovsky ellipsoid (semi-major axis in metres, first eccentricity squared).
const AXIS = 6_378_245
const ECCENTRICITY = 0.006_693_421_622_965_943
const { PI, sin, cos, sqrt, abs } = Math

const waves = (t: number): number => (20 * sin(6 * t * PI) + 20 * sin(2 * t * PI)) * (2 / 3)
const north = (x: number, y: number): number =>
  -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x)) + waves(x) + ((20 * sin(y * PI) + 40 * sin((y / 3) * PI)) * 2) / 3 + ((160 * sin((y / 12) * PI) + 320 * sin((y * PI) / 30)) * 2) / 3
const east = (x: number, y: number): number =>
  300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x)) + waves(x) + ((20 * sin(x * PI) + 40 * sin((x / 3) * PI)) * 2) / 3 + ((150 * sin((x / 12) * PI) + 300 * sin((x / 30) * PI)) * 2) / 3

/** WGS84 → GCJ-02, degrees, longitude first. */
export function toGcj02([longitude, latitude]: Point): [number, number] {
  const [x, y] = [longitude - 105, latitude - 35]
  const radians = (latitude / 180) * PI
  const magic = 1 - ECCENTRICITY * sin(radians) ** 2
  return [
    longitude + (east(x, y) * 180) / ((AXIS / sqrt(magic)) * cos(radians) * PI),
    latitude + (north(x, y) * 180) / (((AXIS * (1 - ECCENTRICITY)) / (magic * sqrt(magic))) * PI),
  ]
}

/** GCJ-02 → WGS84: the shift changes slowly, so a few corrections bring it below a centimetre. */
export function toWgs84(point: Point): [number, number] {
  let [longitude, latitude] = point
  for (let i = 0; i < 4; i++) {
    const [x, y] = toGcj02([longitude, latitude])
    longitude += point[0] - x
    latitude += point[1] - y
  }
  return [longitude, latitude]
}
