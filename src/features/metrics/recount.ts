// Whether every figure shown is still what its entries say; reads all entries, so it is for the doctor and for tests.
export { readDrifts as recount } from './store/drifts.ts'
