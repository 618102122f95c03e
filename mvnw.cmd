@echo off
rem Builds this project with the Maven it pins, on a JDK that is new enough: mvnw, for Windows.
setlocal EnableExtensions DisableDelayedExpansion

for %%r in ("%~dp0.") do set "ROOT=%%~fr"
set "WRAPPER=%ROOT%\.mvn\wrapper"
for /f "usebackq eol=# tokens=1,* delims==" %%a in ("%WRAPPER%\maven.properties") do set "PIN_%%a=%%b"

rem ---- a JDK: JAVA_HOME, JAVA_HOME_25_X64 and the like, java on the PATH, then the usual folders ----

set "FIRST="
set "BEST="
set "BEST_VERSION="
set "SEEN="
if defined JAVA_HOME call :consider "%JAVA_HOME%"
if defined BEST goto found
rem With one that is no JDK, so that there is one at all and set has nothing to complain of.
set "JAVA_HOME_=%ROOT%"
for /f "tokens=1,* delims==" %%a in ('set JAVA_HOME_') do call :consider "%%~b"
if defined BEST goto found
for %%j in (java.exe) do if not "%%~$PATH:j"=="" call :consider "%%~dp$PATH:j.."
if defined BEST goto found
call :search "%ProgramFiles%\Eclipse Adoptium" *
call :search "%ProgramFiles%\Java" *
call :search "%ProgramFiles%\Microsoft" jdk*
call :search "%ProgramFiles%\Zulu" *
call :search "%ProgramFiles%\Amazon Corretto" *
call :search "%ProgramFiles%\BellSoft" *
call :search "%ProgramFiles%\OpenJDK" *
call :search "%LOCALAPPDATA%\Programs\Eclipse Adoptium" *
call :search "%USERPROFILE%\.jdks" *
call :search "%USERPROFILE%\.sdkman\candidates\java" *
call :search "%USERPROFILE%\scoop\apps" *jdk* \current
if defined BEST goto found

>&2 echo mvnw: this project is built with a JDK, version %PIN_java% or newer, and there is none here.
if defined SEEN >&2 echo Found:
if defined SEEN for /f "delims==" %%a in ('set SEEN_') do call :tell "%%a"
>&2 echo Install one:
>&2 echo   winget install EclipseAdoptium.Temurin.%PIN_java%.JDK
>&2 echo or, if you have one somewhere else, say where:
>&2 echo   set "JAVA_HOME=C:\path\to\jdk-%PIN_java%"
exit /b 1

:found
set "JAVA_HOME=%BEST%"

rem ---- Maven ----

set "CACHE=%MAVEN_USER_HOME%"
if not defined CACHE if defined USERPROFILE set "CACHE=%USERPROFILE%\.m2"
if not defined CACHE set "CACHE=%ROOT%\.mvn\dist"
set "PINNED=%CACHE%\wrapper\dists\apache-maven-%PIN_version%\%PIN_sha512:~0,16%"
set "MAVEN=%PINNED%\bin\mvn.cmd"
if exist "%MAVEN%" goto build

rem Its answer is needed only when it names another Maven; a path of ours read back could lose its accents.
set "ANSWER=%TEMP%\mvnw-%RANDOM%%RANDOM%.txt"
"%JAVA_HOME%\bin\java.exe" "%WRAPPER%\FetchMaven.java" "%WRAPPER%\maven.properties" "%PINNED%" > "%ANSWER%"
if errorlevel 1 del "%ANSWER%" & exit /b 1
if not exist "%MAVEN%" set /p MAVEN=<"%ANSWER%"
del "%ANSWER%"

rem An installed Maven before 3.9 does not know MAVEN_ARGS.
if not exist "%PINNED%" set "FIRST=%MAVEN_ARGS%" & set "MAVEN_ARGS="

rem ---- the build: see mvnw for what is built where ----

:build
if exist pom.xml goto run
set "HERE=%CD%\"
call set "OUTSIDE=%%HERE:%ROOT%\=%%"
if not "%OUTSIDE%"=="%HERE%" goto run
:arguments
if "%~1"=="" goto outside
if "%~1"=="-f" goto run
if "%~1"=="--file" goto run
shift
goto arguments
:outside
"%MAVEN%" -f "%ROOT%\pom.xml" %FIRST% %*

:run
"%MAVEN%" %FIRST% %*

:tell
set "LINE=%~1"
>&2 echo   %LINE:~5%
exit /b 0

rem Looks in the folders of a folder that are called like this.
:search
if not exist "%~1\" exit /b 0
pushd "%~1"
for /d %%d in (%~2) do call :consider "%%~fd%~3"
popd
exit /b 0

rem Notes the JDK in a folder, if it is one; the oldest that is new enough wins.
:consider
if not exist "%~f1\release" exit /b 0
set "V="
for /f "usebackq tokens=1,2 delims==" %%v in ("%~f1\release") do if "%%v"=="JAVA_VERSION" set "V=%%~w"
for /f "tokens=1,2 delims=.-+_" %%m in ("%V%") do if "%%m"=="1" (set "V=%%n") else set "V=%%m"
if not defined V exit /b 0
set "SEEN=yes"
set "SEEN_Java %V% in %~f1=yes"
if not exist "%~f1\bin\javac.exe" exit /b 0
if %V% lss %PIN_java% exit /b 0
if defined BEST if %V% geq %BEST_VERSION% exit /b 0
set "BEST=%~f1"
set "BEST_VERSION=%V%"
exit /b 0
