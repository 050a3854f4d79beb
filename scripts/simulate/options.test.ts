import { describe, expect, it } from 'vitest'
import { readOptions } from './options.ts'

describe('the options of the simulation', () => {
  it('plays the hub of this machine at its own pace when nothing is said', () => {
    expect(readOptions([], {})).toMatchObject({ hub: 'http://localhost:8080', data: 'data', speed: 1, quiet: false })
    expect(readOptions([], {}).rooms).toBeUndefined()
  })

  it('takes the port and the folder from the environment, as the hub does', () => {
    expect(readOptions([], { PORT: '9000', DATA_DIR: '/srv/ktv' })).toMatchObject({
      hub: 'http://localhost:9000',
      data: '/srv/ktv',
    })
  })

  it('reads what is given', () => {
    const args = ['--hub', 'http://10.0.0.5:8080/wall', '--rooms', '12', '--speed', '5', '--seed', 's', '--quiet']
    expect(readOptions(args, {})).toMatchObject({
      hub: 'http://10.0.0.5:8080',
      rooms: 12,
      speed: 5,
      seed: 's',
      quiet: true,
    })
  })

  it.each([
    [['--speed', 'fast']],
    [['--speed', '0']],
    [['--rooms', '-1']],
    [['--rooms', '']],
    [['--hub', 'nowhere']],
    [['--hub', 'file:///etc']],
    [['--unknown']],
    [['extra']],
  ])('says what is wrong with %j', args => {
    expect(() => readOptions(args, {})).toThrow()
  })
})
