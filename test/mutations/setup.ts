// A property is tried for a moment, from the same seed each time, and not shrunk when it fails: that it fails is enough.
import fc from 'fast-check'

fc.configureGlobal({ seed: 1, interruptAfterTimeLimit: 1_000, endOnFailure: true })
