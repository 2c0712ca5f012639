// Who is let in while many ask at once: a bounded number of requests under way, and of one person a few.

/** Requests under way or waiting, of all people: at 4 ms of a processor each, the last waits about a second. */
const mostUnderWay = 250
/** Of one person: nobody clicks faster, and a script takes no one's place. */
const mostOfPerson = 10
/** Of one person in a minute. */
const mostInMinute = 120

export interface AdmissionLimits {
  underWay: number
  ofPerson: number
  inMinute: number
}

export type Turned = 'all are busy' | 'you ask too much'

export interface Admission {
  /** Lets a request in, and gives what is to be called when it is over; or why it is turned away. */
  enter(personId: string): (() => void) | Turned
  /** How many are within. */
  underWay(): number
}

/** @param now milliseconds of a clock that never steps back */
export function admission(
  limits: AdmissionLimits = { underWay: mostUnderWay, ofPerson: mostOfPerson, inMinute: mostInMinute },
  now: () => number = () => performance.now(),
): Admission {
  let underWay = 0
  const ofPerson = new Map<string, number>()
  let lately = new Map<string, number>()
  let minuteBegan = now()
  return {
    underWay: () => underWay,
    enter(personId) {
      if (now() - minuteBegan >= 60_000) {
        minuteBegan = now()
        lately = new Map()
      }
      if (underWay >= limits.underWay) return 'all are busy'
      const own = ofPerson.get(personId) ?? 0
      const recent = lately.get(personId) ?? 0
      if (own >= limits.ofPerson || recent >= limits.inMinute) return 'you ask too much'
      underWay += 1
      ofPerson.set(personId, own + 1)
      lately.set(personId, recent + 1)
      let isOver = false
      return () => {
        if (isOver) return
        isOver = true
        underWay -= 1
        const left = (ofPerson.get(personId) ?? 1) - 1
        if (left > 0) ofPerson.set(personId, left)
        else ofPerson.delete(personId)
      }
    },
  }
}
