#!/bin/sh
# Makes a test authority and certificates with openssl, to try mutual TLS without IGC-Sante:
#   make-test-authority.sh FOLDER [COMMON-NAME [ORGANIZATIONAL-UNIT]]
# Writes ca.pem, ca.crl.pem and, each as NAME.key and NAME.pem: server (localhost), client (the given
# names), wrong-cn, wrong-ou, revoked, and stranger (right names, another authority). Never for production.
set -eu

folder=${1:?usage: make-test-authority.sh FOLDER [COMMON-NAME [ORGANIZATIONAL-UNIT]]}
name=${2:-sas.test}
unit=${3:-SAS}
mkdir -p "$folder"
cd "$folder"
umask 077

cat > authority.cnf <<'CNF'
[ca]
default_ca = authority
[authority]
database = index.txt
serial = serial
new_certs_dir = .
default_md = sha256
default_days = 30
default_crl_days = 30
policy = any
unique_subject = no
[any]
commonName = supplied
organizationalUnitName = optional
organizationName = optional
[root]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign, cRLSign
[server]
subjectAltName = DNS:localhost, IP:127.0.0.1
extendedKeyUsage = serverAuth
[client]
extendedKeyUsage = clientAuth
[req]
distinguished_name = dn
prompt = no
[dn]
CN = unused
CNF

: > index.txt
echo 1000 > serial

# root NAME
root() {
  openssl req -x509 -newkey rsa:2048 -nodes -sha256 -days 30 -config authority.cnf \
    -extensions root -subj "/O=SAS Kit test/CN=$1" -keyout "$1.key" -out "$1.pem" 2> /dev/null
}

# issue FILE KIND SUBJECT [AUTHORITY]
issue() {
  openssl req -new -newkey rsa:2048 -nodes -sha256 -config authority.cnf \
    -subj "$3" -keyout "$1.key" -out "$1.csr" 2> /dev/null
  openssl ca -batch -notext -config authority.cnf -extensions "$2" \
    -keyfile "${4:-ca}.key" -cert "${4:-ca}.pem" -in "$1.csr" -out "$1.pem" 2> /dev/null
  rm -f "$1.csr"
}

root ca
root other-ca
issue server server "/O=SAS Kit test/CN=localhost"
issue client client "/O=SAS Kit test/OU=$unit/CN=$name"
issue wrong-cn client "/O=SAS Kit test/OU=$unit/CN=wrong.$name"
issue wrong-ou client "/O=SAS Kit test/OU=wrong-$unit/CN=$name"
issue revoked client "/O=SAS Kit test/OU=$unit/CN=$name"
issue stranger client "/O=SAS Kit test/OU=$unit/CN=$name" other-ca
openssl ca -config authority.cnf -keyfile ca.key -cert ca.pem -revoke revoked.pem 2> /dev/null
openssl ca -config authority.cnf -keyfile ca.key -cert ca.pem -gencrl -out ca.crl.pem 2> /dev/null
rm -f [0-9A-F][0-9A-F]*.pem index.txt* serial* authority.cnf
echo "test authority in $folder: CN=$name OU=$unit"
