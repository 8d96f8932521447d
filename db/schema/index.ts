export * from './audit';
export * from './clearance';
export * from './consignment';
export * from './identity';
export * from './intake';
export * from './policy';
export * from './risk';
export * from './statistics';
