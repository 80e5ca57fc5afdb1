import { randomUUID } from 'node:crypto';

import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';

const s3 = new S3Client({});
const ALLOWED_ORIGINS = ['https://app.example.com', 'https://admin.example.com'];

export const handler = async (event) => {
  const origin = event.headers.origin;
  const headers = { 'Content-Type': 'application/json' };

  if (ALLOWED_ORIGINS.includes(origin)) {
    headers['Access-Control-Allow-Origin'] = origin;
    headers['Access-Control-Allow-Credentials'] = 'true';
  }

  const { contentType } = event.queryStringParameters ?? {};
  if (!contentType?.startsWith('image/')) {
    return { statusCode: 400, headers, body: JSON.stringify({ error: 'images only' }) };
  }

  const key = `uploads/${randomUUID()}`;
  const command = new PutObjectCommand({ Bucket: process.env.BUCKET, Key: key, ContentType: contentType });
  const url = await getSignedUrl(s3, command, { expiresIn: 300 });

  return { statusCode: 200, headers, body: JSON.stringify({ key, url }) };
};
