import { type NextRequest, NextResponse } from 'next/server';

import { accountOf, rename } from '@/lib/accounts';

function corsHeaders(request: NextRequest) {
  return {
    'Access-Control-Allow-Origin': request.headers.get('origin') ?? '',
    'Access-Control-Allow-Credentials': 'true',
    'Access-Control-Allow-Methods': 'GET, PUT, OPTIONS',
    'Access-Control-Allow-Headers': 'Content-Type',
  };
}

export async function OPTIONS(request: NextRequest) {
  return new NextResponse(null, { status: 204, headers: corsHeaders(request) });
}

export async function GET(request: NextRequest) {
  const account = await accountOf(request.cookies.get('session')?.value);
  if (!account) {
    return NextResponse.json({ error: 'sign in first' }, { status: 401, headers: corsHeaders(request) });
  }
  return NextResponse.json(account, { headers: corsHeaders(request) });
}

export async function PUT(request: NextRequest) {
  const { name } = await request.json();
  const account = await rename(request.cookies.get('session')?.value, name);
  return NextResponse.json(account, { headers: corsHeaders(request) });
}
