#!/bin/sh
# image.sh APP DMG: makes a disk image of the app. With MAILFLOW_SIGN_IDENTITY both are signed, with
# MAILFLOW_NOTARY_PROFILE (a profile of `xcrun notarytool store-credentials`) the image is notarised, too.
set -eu

app=$1
image=$2
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if [ -n "${MAILFLOW_SIGN_IDENTITY:-}" ]; then
    codesign --force --deep --timestamp --options runtime --entitlements "$here/entitlements.plist" \
        --sign "$MAILFLOW_SIGN_IDENTITY" "$app"
    codesign --verify --deep --strict "$app"
fi

ditto "$app" "$work/Mailflow.app"
ln -s /Applications "$work/Applications"
rm -f "$image"
hdiutil create -volname Mailflow -srcfolder "$work" -fs HFS+ -format UDZO "$image"

if [ -n "${MAILFLOW_SIGN_IDENTITY:-}" ]; then
    codesign --force --timestamp --sign "$MAILFLOW_SIGN_IDENTITY" "$image"
fi
if [ -n "${MAILFLOW_NOTARY_PROFILE:-}" ]; then
    xcrun notarytool submit "$image" --keychain-profile "$MAILFLOW_NOTARY_PROFILE" --wait
    xcrun stapler staple "$image"
fi
