import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from './temporary-folder.ts';
import { until } from './until.ts';

const NGINX = ['/usr/sbin/nginx', '/usr/bin/nginx', '/usr/local/sbin/nginx', '/opt/homebrew/bin/nginx'].find((file) => existsSync(file)) ?? null;
if (NGINX === null) {
  if (process.env['REQUIRE_PROXY'] === '1') throw new Error('REQUIRE_PROXY=1, but there is no nginx');
  console.warn('tests of an address of one’s own are skipped: no nginx');
}

/** For `describe.skipIf`. */
export const noProxy = NGINX === null;

/** Names that the certificate is for, and from when to when (YYMMDDhhmmssZ) it counts. */
type Certificate = { names?: string; from?: string; to?: string };

/** The system's nginx before a shop, as people set one up for "my own address": TLS ends there, and the rest goes on by http. */
export async function startTlsProxy(webhookPort: number, { names = 'DNS:localhost,IP:127.0.0.1', from, to }: Certificate = {}) {
  const folder = temporaryFolder();
  const certificate = path.join(folder, 'certificate.pem');
  const key = path.join(folder, 'key.pem');
  const request = ['req', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-subj', '/CN=bell.shop.example'];
  if (from === undefined || to === undefined) {
    execFileSync('openssl', [...request, '-x509', '-days', '2', '-addext', `subjectAltName=${names}`, '-out', certificate], { stdio: 'ignore' });
  } else {
    // `openssl req` makes none that has run out; `openssl ca` does.
    execFileSync('openssl', [...request, '-out', path.join(folder, 'request.pem')], { stdio: 'ignore' });
    writeFileSync(path.join(folder, 'index.txt'), '');
    writeFileSync(path.join(folder, 'serial'), '01');
    writeFileSync(path.join(folder, 'extensions.cnf'), `subjectAltName=${names}\n`);
    writeFileSync(
      path.join(folder, 'ca.cnf'),
      `[ca]\ndefault_ca=own\n[own]\ndatabase=${folder}/index.txt\nserial=${folder}/serial\nnew_certs_dir=${folder}\ndefault_md=sha256\npolicy=any\n[any]\ncommonName=supplied\n`,
    );
    const signing = ['-config', path.join(folder, 'ca.cnf'), '-extfile', path.join(folder, 'extensions.cnf'), '-startdate', from, '-enddate', to];
    execFileSync(
      'openssl',
      ['ca', '-batch', '-selfsign', '-keyfile', key, '-in', path.join(folder, 'request.pem'), '-out', certificate, '-notext', ...signing],
      {
        stdio: 'ignore',
      },
    );
  }
  const port = await freePort();
  mkdirSync(path.join(folder, 'temp'));
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((one) => `${one}_temp_path ${folder}/temp/${one};`).join('\n');
  writeFileSync(
    path.join(folder, 'nginx.conf'),
    `daemon off; master_process off; pid ${folder}/nginx.pid; error_log ${folder}/error.log;
events {}
http {
  access_log off;
  ${temporary}
  server {
    listen 127.0.0.1:${port} ssl;
    ssl_certificate ${certificate};
    ssl_certificate_key ${key};
    location / {
      proxy_pass http://127.0.0.1:${webhookPort};
      proxy_set_header Host $host;
      proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
    }
  }
}
`,
  );
  const nginx = spawn(NGINX ?? '', ['-p', folder, '-c', path.join(folder, 'nginx.conf')], { stdio: 'ignore' });
  onTestFinished(() => void nginx.kill());
  await until('nginx', () => answers(port));
  return { url: `https://localhost:${port}`, certificate };
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
