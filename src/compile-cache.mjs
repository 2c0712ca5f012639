// For the command line: what Node made of the sources is kept between calls. Not for the server, which would hold it in
// memory (some 20 MB). The folder is the installation's own, since whoever can write to it decides what runs; where it may
// not be written, nothing is kept.
import module from 'node:module'
import { fileURLToPath } from 'node:url'

module.enableCompileCache?.(fileURLToPath(new URL('../node_modules/.cache/compile', import.meta.url)))
