// The page reads addresses by the same words.
export { parseGatewayAddress, readGatewayAddress, type GatewayAddress } from '../../contract/gatewayAddress.ts';
