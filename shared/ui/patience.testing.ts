/** For every test of a page: a machine that also builds and measures is late, and a person would wait as long. */
import { configure } from '@testing-library/preact'

configure({ asyncUtilTimeout: 10_000 })
