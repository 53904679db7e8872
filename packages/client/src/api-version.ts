/** Version of the contract that this client was made from, sent as `Sas-Api-Version`. */
export const apiVersion = '0.1.0';
