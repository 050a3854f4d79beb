/** `npm run check`, the import rules: reads the tree, says what breaks the house, ends with 1 if anything does. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { madeByTools } from './house.ts'
import { findLockFaults } from './lock.ts'
import { findBreaches, type Tree } from './rules.ts'

/** Checks the tree at `root`; answers the number of breaches. */
export function checkImports(root: string): number {
  const started = performance.now()
  const tree = readTree(root)
  const breaches = [...findBreaches(tree), ...findLockFaults(readJson(root, 'package-lock.json'))]
  for (const breach of breaches) console.error(breach)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`${tree.files.size} files, ${breaches.length} breaches, ${seconds} s`)
  return breaches.length
}

function readTree(root: string): Tree {
  const folders = readdirSync(root, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name)
  const own = folders.filter(name => !name.startsWith('.') && !madeByTools.includes(name))
  const files = [...rootFiles(root), ...own.flatMap(folder => walk(root, folder))].sort()
  return { folders, files: new Map(files.map(path => [path, read(root, path)])), ...readPackages(root) }
}

function rootFiles(root: string): string[] {
  return readdirSync(root).filter(name => /\.[cm]?[jt]s$/.test(name))
}

function walk(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap(entry => {
    const path = `${folder}/${entry.name}`
    if (entry.name === 'node_modules') return []
    return entry.isDirectory() ? walk(root, path) : [path]
  })
}

function read(root: string, path: string): string {
  return /\.(?:[cm]?[jt]s|tsx|css|html)$/.test(path) ? readFileSync(join(root, path), 'utf8') : ''
}

function readPackages(root: string): Pick<Tree, 'dependencies' | 'devDependencies'> {
  const manifest = readJson(root, 'package.json')
  return { dependencies: keysOf(manifest, 'dependencies'), devDependencies: keysOf(manifest, 'devDependencies') }
}

function keysOf(manifest: unknown, field: string): string[] {
  if (typeof manifest !== 'object' || manifest === null) return []
  const value = Object.entries(manifest).find(([name]) => name === field)?.[1]
  return typeof value === 'object' && value !== null ? Object.keys(value) : []
}

function readJson(root: string, path: string): unknown {
  return JSON.parse(readFileSync(join(root, path), 'utf8'))
}
