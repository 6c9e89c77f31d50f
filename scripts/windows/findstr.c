/* findstr.exe for a Wine prefix, whose own is a stub that finds everything: /B, /I and /C:TEXT on standard input, as
   electron-builder's NSIS template calls it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(int argc, char **argv) {
  int begins = 0, ignores_case = 0;
  const char *text = "";
  for (int i = 1; i < argc; i++) {
    if (!_stricmp(argv[i], "/B")) begins = 1;
    else if (!_stricmp(argv[i], "/I")) ignores_case = 1;
    else if (!_strnicmp(argv[i], "/C:", 3)) text = argv[i] + 3;
  }
  int status = 1;
  size_t length = strlen(text);
  char line[4096];
  while (fgets(line, sizeof line, stdin)) {
    for (char *at = line; *at; at++) {
      int differs = ignores_case ? _strnicmp(at, text, length) : strncmp(at, text, length);
      if (!differs) {
        fputs(line, stdout);
        status = 0;
        break;
      }
      if (begins) break;
    }
  }
  return status;
}
