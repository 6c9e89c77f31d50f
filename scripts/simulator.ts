import '../simulator/cli.ts';
